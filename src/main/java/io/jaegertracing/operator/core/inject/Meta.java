package io.jaegertracing.operator.core.inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.api.Wellknown;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** What rules look at in an object's metadata; whatever has another type than it should counts as absent. */
public record Meta(
    String name,
    SortedMap<String, String> annotations,
    SortedMap<String, String> labels,
    List<Owner> owners) {

  private static final String POD_SECURITY = "pod-security.kubernetes.io/";

  public static final Meta NONE = new Meta("", new TreeMap<>(), new TreeMap<>(), List.of());

  public record Owner(String apiVersion, String kind, String name, String uid, boolean controller) {
    /** Empty for the core group. */
    public String group() {
      return apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
    }
  }

  public Meta {
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    owners = List.copyOf(owners);
  }

  /** Of {@code metadata} itself, not of the object around it. */
  public static Meta of(JsonNode metadata) {
    return new Meta(
        metadata.path("name").asText(),
        texts(metadata.path("annotations")),
        texts(metadata.path("labels")),
        StreamSupport.stream(metadata.path("ownerReferences").spliterator(), false)
            .map(Meta::owner)
            .toList());
  }

  /**
   * Of a namespace's {@code metadata}: only what asks for a sidecar or limits it, because caches hold every namespace.
   *
   * @param more labels that count as well
   */
  public static Meta ofNamespace(JsonNode metadata, Set<String> more) {
    return new Meta(
        metadata.path("name").asText(),
        only(texts(metadata.path("annotations")), key -> key.startsWith(Wellknown.SIDECAR)),
        only(
            texts(metadata.path("labels")),
            key -> key.startsWith(Wellknown.SIDECAR)
                || key.startsWith(POD_SECURITY)
                || more.contains(key)),
        List.of());
  }

  /** As if nobody had written this annotation or label. */
  public Meta without(String key) {
    var otherAnnotations = new TreeMap<>(annotations);
    var otherLabels = new TreeMap<>(labels);
    otherAnnotations.remove(key);
    otherLabels.remove(key);
    return new Meta(name, otherAnnotations, otherLabels, owners);
  }

  public Optional<Owner> controller() {
    return owners.stream().filter(Owner::controller).findFirst();
  }

  private static Owner owner(JsonNode reference) {
    return new Owner(
        reference.path("apiVersion").asText(),
        reference.path("kind").asText(),
        reference.path("name").asText(),
        reference.path("uid").asText(),
        reference.path("controller").asBoolean());
  }

  private static SortedMap<String, String> only(
      SortedMap<String, String> texts, Predicate<String> wanted) {
    texts.keySet().removeIf(wanted.negate());
    return texts;
  }

  private static SortedMap<String, String> texts(JsonNode map) {
    var texts = new TreeMap<String, String>();
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      if (entry.getValue().isTextual()) {
        texts.put(entry.getKey(), entry.getValue().textValue());
      }
    }
    return texts;
  }
}
