package io.jaegertracing.operator.kube.authorities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.operand.agent.Authorities;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.RawApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** ConfigMaps without what is in them, which is never read here and never written. */
record ConfigMaps(RawApi api) {
  private static final String WRITER = "jaeger-operator";
  private static final ObjectMapper JSON = new ObjectMapper();

  Optional<Meta> read(String namespace, String name) {
    try {
      return Optional.of(Meta.of(api.getMetadata(path(namespace, name)).path("metadata")));
    } catch (ApiFailure failure) {
      if (failure.isAbsence()) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  void apply(ConfigMap wanted) {
    var metadata = wanted.getMetadata();
    api.apply(path(metadata.getNamespace(), metadata.getName()), WRITER, JSON.valueToTree(wanted));
  }

  /** Metadata of those that may be ours, of a namespace or, when its name is empty, of all: at most two for each namespace and Jaeger. */
  Iterable<JsonNode> ours(String namespace) {
    var selector = URLEncoder.encode(Authorities.SELECTOR, StandardCharsets.UTF_8);
    return api.listMetadata(collection(namespace) + "?labelSelector=" + selector)
        .path("items")
        .findValues("metadata");
  }

  void delete(JsonNode metadata) {
    api.delete(path(metadata.path("namespace").asText(), metadata.path("name").asText()), metadata);
  }

  private static String path(String namespace, String name) {
    return collection(namespace) + "/" + name;
  }

  private static String collection(String namespace) {
    return "/api/v1" + (namespace.isEmpty() ? "" : "/namespaces/" + namespace) + "/configmaps";
  }
}
