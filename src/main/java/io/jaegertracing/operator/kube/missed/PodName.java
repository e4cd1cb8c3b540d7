package io.jaegertracing.operator.kube.missed;

import com.fasterxml.jackson.databind.JsonNode;

/** One Pod, and no later one of its name. */
record PodName(String namespace, String name, String uid) {
  static PodName of(JsonNode pod) {
    var metadata = pod.path("metadata");
    return new PodName(
        metadata.path("namespace").asText(),
        metadata.path("name").asText(),
        metadata.path("uid").asText());
  }

  String path() {
    return "/api/v1/namespaces/" + namespace + "/pods/" + name;
  }

  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
