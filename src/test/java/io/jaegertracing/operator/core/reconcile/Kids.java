package io.jaegertracing.operator.core.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.core.reconcile.existing.Family;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.core.reconcile.existing.Place;
import java.util.List;

/** Objects that exist, or shall, around the Jaeger with the uid "us". */
public final class Kids {
  public static final String US = "us";
  private static final ObjectMapper YAML = new YAMLMapper();

  private Kids() {}

  public static JsonNode yaml(String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }

  public static Desired wanted(OwnedKind kind, String name, String spec) {
    var tree = JsonNodeFactory.instance.objectNode();
    tree.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
    tree.putObject("metadata").put("name", name).put("namespace", "here");
    tree.set("spec", yaml(spec));
    return Desired.of(new Place(kind, "here", name), tree);
  }

  /** As it was applied, with the fields that the API server then says are ours. */
  public static Child applied(Desired desired) {
    return child(desired, US, desired.digest(), fields(desired).toString(), "{}");
  }

  /** The same in another state. */
  public static Child applied(Desired desired, String state) {
    return child(desired, US, desired.digest(), fields(desired).toString(), state);
  }

  public static Child child(
      Desired desired, String owner, String applied, String fields, String state) {
    return new Child(
        desired.place(),
        "uid of " + desired.place().name(),
        "7",
        owner,
        "",
        applied,
        fields,
        false,
        (ObjectNode) yaml(state));
  }

  /** What a Jaeger of this name and another uid still owns. */
  public static Child ofFormer(Desired desired, String jaeger) {
    return object(
        desired,
        "{ownerReferences: [{kind: Jaeger, name: %s, uid: former, controller: true}]}"
            .formatted(jaeger));
  }

  /** One that is being deleted, and belongs to nobody. */
  public static Child going(Desired desired) {
    return object(desired, "{deletionTimestamp: \"2026-01-01T12:00:00Z\"}");
  }

  private static Child object(Desired desired, String metadata) {
    var object = JsonNodeFactory.instance.objectNode();
    ((ObjectNode) object.set("metadata", yaml(metadata)).path("metadata"))
        .put("name", desired.place().name())
        .put("namespace", desired.place().namespace());
    return Child.of(desired.place().kind(), object);
  }

  public static Family family(Child... children) {
    return Family.of(US, List.of(children), child -> false);
  }

  /** Every map as it is, every list as one field. */
  static ObjectNode fields(Desired desired) {
    var fields = fields(desired.tree());
    fields.remove("f:apiVersion");
    fields.remove("f:kind");
    ((ObjectNode) fields.path("f:metadata")).remove("f:name");
    ((ObjectNode) fields.path("f:metadata")).remove("f:namespace");
    return fields;
  }

  private static ObjectNode fields(JsonNode tree) {
    var fields = JsonNodeFactory.instance.objectNode();
    tree.properties().forEach(field -> fields.set("f:" + field.getKey(), fields(field.getValue())));
    return fields;
  }
}
