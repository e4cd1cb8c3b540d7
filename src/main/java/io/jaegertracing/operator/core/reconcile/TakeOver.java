package io.jaegertracing.operator.core.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.core.reconcile.existing.Child;

/**
 * Makes the fields that the Go operator wrote ours before anything is applied: what it wanted and we do not want goes then, and what a user changed stays the user's.
 */
public final class TakeOver {
  private TakeOver() {}

  /** RFC 6902 operations on the whole object, which hold for this version only; none when there is nothing to take over. */
  public static ArrayNode of(JsonNode metadata, Desired desired) {
    var operations = JsonNodeFactory.instance.arrayNode();
    var entries = metadata.path("managedFields");
    if (Child.ours(metadata).isPresent()) {
      return operations;
    }
    for (var at = 0; at < entries.size(); at++) {
      if (isOfTheGoOperator(entries.get(at))) {
        operations
            .addObject()
            .put("op", "test")
            .put("path", "/metadata/resourceVersion")
            .set("value", metadata.path("resourceVersion"));
        operations
            .addObject()
            .put("op", "replace")
            .put("path", "/metadata/managedFields/" + at)
            .set("value", ours(entries.get(at), desired));
        return operations;
      }
    }
    return operations;
  }

  private static boolean isOfTheGoOperator(JsonNode entry) {
    return entry.path("manager").asText().equals(Child.MANAGER)
        && entry.path("operation").asText().equals("Update")
        && entry.path("subresource").asText().isEmpty();
  }

  private static ObjectNode ours(JsonNode entry, Desired desired) {
    ObjectNode ours = entry.deepCopy();
    ours.put("operation", "Apply");
    var fields = ours.path("fieldsV1");
    if (fields.path("f:spec") instanceof ObjectNode spec
        && desired.tree().at("/spec/replicas").isMissingNode()) {
      // An autoscaler's, whoever wrote it last: without an owner it would fall to 1.
      spec.remove("f:replicas");
    }
    if (fields instanceof ObjectNode all && !desired.tree().has("data")) {
      // Filled in by the cluster, as the bundle of authorities is.
      all.remove("f:data");
    }
    return ours;
  }
}
