package io.jaegertracing.operator.kube.retouch;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.inject.WorkloadKind;

/** One workload. */
record Target(WorkloadKind kind, String namespace, String name) {
  static Target of(WorkloadKind kind, JsonNode live) {
    return new Target(
        kind, live.at("/metadata/namespace").asText(), live.at("/metadata/name").asText());
  }

  @Override
  public String toString() {
    return kind.kind() + " " + namespace + "/" + name;
  }
}
