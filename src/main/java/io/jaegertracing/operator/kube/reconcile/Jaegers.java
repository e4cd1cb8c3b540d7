package io.jaegertracing.operator.kube.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.RawApi;
import java.util.Optional;

/** Reads Jaegers, and writes the two things of them that are ours: one label, and the status. */
record Jaegers(RawApi api) {
  private static final String WRITER = "?fieldManager=jaeger-operator";

  Optional<JsonNode> read(String key) {
    try {
      return Optional.of(api.get(path(key)));
    } catch (ApiFailure failure) {
      if (failure.isAbsence()) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** Only if nobody was faster. */
  JsonNode claim(String key, JsonNode jaeger, String identity) {
    var patch = JsonNodeFactory.instance.objectNode();
    var metadata = patch.putObject("metadata");
    metadata.set("resourceVersion", jaeger.at("/metadata/resourceVersion"));
    metadata.putObject("labels").put(Wellknown.OPERATED_BY, identity);
    return api.patch(path(key) + WRITER, patch);
  }

  void tell(String key, ObjectNode status) {
    var patch = JsonNodeFactory.instance.objectNode();
    patch.set("status", status);
    var unused = api.patch(path(key) + "/status" + WRITER, patch);
  }

  private static String path(String key) {
    var slash = key.indexOf('/');
    return "/apis/jaegertracing.io/v1/namespaces/" + key.substring(0, slash) + "/jaegers/"
        + key.substring(slash + 1);
  }
}
