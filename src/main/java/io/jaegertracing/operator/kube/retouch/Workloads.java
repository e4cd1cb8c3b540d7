package io.jaegertracing.operator.kube.retouch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.admission.injection.Reconsideration;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.kube.RawApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads workloads of every kind, and writes as little of them as possible. */
public record Workloads(RawApi api, int page) {
  private static final String WRITER = "?fieldManager=jaeger-operator";

  /** All of a kind, in one namespace or, when its name is empty, in all; no more than a page of them is held. */
  public void each(WorkloadKind kind, String namespace, Consumer<JsonNode> visitor) {
    pages(api::get, collection(kind, namespace), "", item -> visitor.accept(typed(kind, item)));
  }

  /**
   * The same without spec and status.
   *
   * @param query what else is asked for, such as {@code &labelSelector=…}, or nothing
   */
  public void eachMetadata(
      WorkloadKind kind, String namespace, String query, Consumer<JsonNode> visitor) {
    pages(api::listMetadata, collection(kind, namespace), query, visitor);
  }

  private void pages(
      Function<String, JsonNode> reader, String path, String query, Consumer<JsonNode> visitor) {
    var next = "";
    do {
      var list = reader.apply(path + "?limit=" + page + query + next);
      list.path("items").forEach(visitor);
      var token = list.at("/metadata/continue").asText();
      next = token.isEmpty() ? "" : "&continue=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    } while (!next.isEmpty());
  }

  JsonNode read(Target target) {
    return api.get(path(target));
  }

  /** The answer is what became of it in the admission that this caused. */
  JsonNode touch(Target target, JsonNode live) {
    var patch = JsonNodeFactory.instance.objectNode();
    var metadata = patch.putObject("metadata");
    metadata.set("resourceVersion", live.at("/metadata/resourceVersion"));
    metadata.putObject("annotations").put(Wellknown.REVISION, Reconsideration.nextRevision(live));
    return api.patch(path(target) + WRITER, patch);
  }

  JsonNode strip(Target target, ArrayNode operations) {
    return api.patch(path(target) + WRITER, operations);
  }

  private static String path(Target target) {
    return collection(target.kind(), target.namespace()) + "/" + target.name();
  }

  private static String collection(WorkloadKind kind, String namespace) {
    return (kind.group().isEmpty() ? "/api/" : "/apis/") + kind.apiVersion()
        + (namespace.isEmpty() ? "" : "/namespaces/" + namespace)
        + "/" + kind.resource();
  }

  /** Lists leave out what their items have in common. */
  private static JsonNode typed(WorkloadKind kind, JsonNode item) {
    return item instanceof ObjectNode object && !object.has("kind")
        ? object.put("apiVersion", kind.apiVersion()).put("kind", kind.kind())
        : item;
  }
}
