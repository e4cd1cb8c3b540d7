package io.jaegertracing.operator.core.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;

/** One tree laid over another as Kubernetes merges patches: maps are joined, null removes, and lists that have a key are joined by it. */
final class JsonMerge {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonMerge() {}

  /** Neither tree is changed. */
  static JsonNode over(JsonNode below, JsonNode above) {
    if (below instanceof ObjectNode lower && above instanceof ObjectNode upper) {
      return maps(lower, upper);
    }
    if (below instanceof ArrayNode lower && withoutNullItems(above) instanceof ArrayNode upper) {
      return key(lower)
          .filter(key -> hasKey(upper, key))
          .map(key -> lists(lower, upper, key))
          .orElseGet(() -> withoutNulls(upper));
    }
    return withoutNulls(above);
  }

  /** An empty entry names nothing. */
  private static JsonNode withoutNullItems(JsonNode tree) {
    if (!tree.isArray()) {
      return tree;
    }
    var items = JSON.arrayNode();
    tree.valueStream().filter(item -> !item.isNull()).forEach(items::add);
    return items;
  }

  /** What null would remove is not there. */
  static JsonNode withoutNulls(JsonNode tree) {
    if (tree.isArray()) {
      var items = JSON.arrayNode();
      tree.forEach(item -> {
        if (!item.isNull()) {
          items.add(withoutNulls(item));
        }
      });
      return items;
    }
    return tree instanceof ObjectNode map ? maps(JSON.objectNode(), map) : tree;
  }

  private static JsonNode maps(ObjectNode below, ObjectNode above) {
    var joined = JSON.objectNode();
    joined.setAll(below);
    above.properties().forEach(field -> {
      var name = field.getKey();
      if (field.getValue().isNull()) {
        joined.remove(name);
      } else {
        joined.set(name, over(joined.path(name), field.getValue()));
      }
    });
    return joined;
  }

  private static JsonNode lists(ArrayNode below, ArrayNode above, String key) {
    var joined = new LinkedHashMap<String, JsonNode>();
    Stream.of(below, above)
        .flatMap(ArrayNode::valueStream)
        .forEach(item -> joined.merge(item.path(key).asText(), item, JsonMerge::over));
    return JSON.arrayNode().addAll(joined.values());
  }

  /** Several mounts may share the name of their volume, but not their path. */
  private static Optional<String> key(ArrayNode list) {
    return Stream.of("mountPath", "name")
        .filter(key -> !list.isEmpty() && hasKey(list, key))
        .findFirst();
  }

  private static boolean hasKey(ArrayNode list, String key) {
    return list.valueStream().allMatch(item -> item.path(key).isTextual());
  }
}
