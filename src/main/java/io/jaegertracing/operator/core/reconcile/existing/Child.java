package io.jaegertracing.operator.core.reconcile.existing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.Wellknown;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * An object that exists, reduced to what we look at.
 *
 * @param owner the uid of what controls it, or nothing
 * @param ownerName the name of the Jaeger that controls it, or nothing
 * @param applied the digest of what we applied last, or nothing
 * @param fields which of its fields are ours, as text because many are kept; nothing when we never applied it
 * @param state parts of spec and status, of kinds that are read whole
 */
public record Child(
    Place place,
    String uid,
    String version,
    String owner,
    String ownerName,
    String applied,
    String fields,
    boolean terminating,
    ObjectNode state) {
  /** In the state of a workload: what stands for its inputs on its template, and beside it. */
  public static final String INPUTS = "inputs";

  public static final String INPUTS_SEEN = "inputsSeen";

  /** In the state of a Job: what its Pods said of their failures. */
  static final String SAID = "said";

  /** By whom we apply, as the API server remembers it. */
  public static final String MANAGER = "jaeger-operator";

  public static Child of(OwnedKind kind, JsonNode object) {
    var metadata = object.path("metadata");
    var namespace = metadata.path("namespace").asText();
    return new Child(
        new Place(kind, namespace, metadata.path("name").asText()),
        metadata.path("uid").asText(),
        metadata.path("resourceVersion").asText(),
        owner(metadata),
        ownerName(metadata),
        metadata.path("annotations").path(Wellknown.APPLIED).asText(),
        ours(metadata).map(entry -> entry.path("fieldsV1").toString()).orElse(""),
        metadata.hasNonNull("deletionTimestamp"),
        kind.isWhole() ? state(object) : JsonNodeFactory.instance.objectNode());
  }

  /** What we own of it by server-side apply. */
  public static Optional<JsonNode> ours(JsonNode metadata) {
    return StreamSupport.stream(metadata.path("managedFields").spliterator(), false)
        .filter(entry -> entry.path("manager").asText().equals(MANAGER)
            && entry.path("operation").asText().equals("Apply")
            && entry.path("subresource").asText().isEmpty())
        .findFirst();
  }

  /** Whether anything but the count of its versions differs. */
  public boolean isLike(Child other) {
    return at(other.version).equals(other);
  }

  public boolean isOf(String jaeger) {
    return owner.equals(jaeger);
  }

  /** A Job whose Pods told why they failed. */
  public Child saying(String words) {
    var told = state.deepCopy().put(SAID, words);
    return new Child(place, uid, version, owner, ownerName, applied, fields, terminating, told);
  }

  private Child at(String otherVersion) {
    return new Child(
        place, uid, otherVersion, owner, ownerName, applied, fields, terminating, state);
  }

  private static Optional<JsonNode> controller(JsonNode metadata) {
    return StreamSupport.stream(metadata.path("ownerReferences").spliterator(), false)
        .filter(reference -> reference.path("controller").asBoolean())
        .findFirst();
  }

  private static String ownerName(JsonNode metadata) {
    return controller(metadata)
        .filter(reference -> reference.path("kind").asText().equals("Jaeger"))
        .map(reference -> reference.path("name").asText())
        .orElse("");
  }

  private static String owner(JsonNode metadata) {
    return controller(metadata)
        .map(reference -> reference.path("uid").asText())
        .orElseGet(() -> metadata.path("annotations").path(Wellknown.OWNER).asText());
  }

  private static ObjectNode state(JsonNode object) {
    var state = JsonNodeFactory.instance.objectNode();
    var spec = state.putObject("spec");
    keep(object.path("spec"), spec, "selector", "replicas", "host", "zookeeper");
    keep(object.path("metadata"), state, "generation");
    keep(object, state, "status");
    inputs(object.at("/spec/template/metadata"), INPUTS, state);
    inputs(object.path("metadata"), INPUTS_SEEN, state);
    return state;
  }

  private static void inputs(JsonNode metadata, String name, ObjectNode state) {
    var digest = metadata.path("annotations").path(Wellknown.INPUTS);
    if (digest.isTextual()) {
      state.set(name, digest);
    }
  }

  private static void keep(JsonNode from, ObjectNode to, String... names) {
    for (var name : names) {
      if (from.has(name)) {
        to.set(name, from.path(name));
      }
    }
  }
}
