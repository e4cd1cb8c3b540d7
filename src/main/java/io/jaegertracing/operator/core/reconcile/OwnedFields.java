package io.jaegertracing.operator.core.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jaegertracing.operator.core.reconcile.existing.Child;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what we want with the fields that the API server says are ours. Whoever changes or removes a field of ours takes it from us: as long as these are the same, nobody did, and no value has to be
 * compared, which defaults and other spellings would make difficult.
 */
final class OwnedFields {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Never owned by anybody. */
  private static final Set<String> IDENTITY = Set.of("apiVersion", "kind");

  private static final Set<String> NAME = Set.of("name", "namespace");

  private OwnedFields() {}

  static boolean match(Desired desired, Child live) {
    return !live.fields().isEmpty() && match(parsed(live.fields()), desired.tree());
  }

  /**
   * Whether nothing is missing and nothing is too much.
   *
   * @param owned a set of fields as in metadata.managedFields
   */
  static boolean match(JsonNode owned, JsonNode desired) {
    return covers(owned, desired, IDENTITY);
  }

  /** A field without anything below it stands for all that is below. */
  private static boolean covers(JsonNode owned, JsonNode desired, Set<String> ignored) {
    if (owned.isEmpty()) {
      return true;
    }
    if (desired.isObject()) {
      return sameFields(owned, desired, ignored);
    }
    return desired.isArray() && sameItems(owned, desired);
  }

  private static boolean sameFields(JsonNode owned, JsonNode desired, Set<String> ignored) {
    for (var field : desired.properties()) {
      var name = field.getKey();
      var ours = owned.path("f:" + name);
      var below = name.equals("metadata") && !ignored.isEmpty() ? NAME : Set.<String>of();
      if (!ignored.contains(name)
          && (ours.isMissingNode()
              ? !isNothing(field.getValue())
              : !covers(ours, field.getValue(), below))) {
        return false;
      }
    }
    for (var field : owned.properties()) {
      if (!field.getKey().equals(".") && !isWanted(field.getKey(), desired)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWanted(String owned, JsonNode desired) {
    return owned.startsWith("f:") && desired.has(owned.substring("f:".length()));
  }

  /** Of an empty list nothing is owned. */
  private static boolean isNothing(JsonNode value) {
    return value.isNull() || (value.isArray() && value.isEmpty());
  }

  private static boolean sameItems(JsonNode owned, JsonNode desired) {
    var seen = new HashSet<Integer>();
    for (var item : owned.properties()) {
      if (item.getKey().equals(".")) {
        continue;
      }
      var at = position(item.getKey(), desired);
      if (at.isEmpty() || !covers(item.getValue(), desired.get(at.get()), Set.of())) {
        return false;
      }
      seen.add(at.get());
    }
    return seen.size() == desired.size();
  }

  private static Optional<Integer> position(String item, JsonNode desired) {
    var key = parsed(item.substring(item.indexOf(':') + 1));
    return switch (item.charAt(0)) {
      case 'k' -> find(desired, key, false).or(() -> find(desired, key, true));
      case 'v' -> find(desired, key);
      default -> Optional.empty();
    };
  }

  /** What the key has and the item has not was filled in by the API server. */
  private static Optional<Integer> find(JsonNode items, JsonNode key, boolean filledIn) {
    for (var at = 0; at < items.size(); at++) {
      var item = items.get(at);
      if (key.properties().stream()
          .allMatch(part -> item.has(part.getKey())
              ? item.path(part.getKey()).asText().equals(part.getValue().asText())
              : filledIn)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> find(JsonNode items, JsonNode value) {
    for (var at = 0; at < items.size(); at++) {
      if (items.get(at).asText().equals(value.asText())) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException noKey) {
      return JSON.nullNode();
    }
  }
}
