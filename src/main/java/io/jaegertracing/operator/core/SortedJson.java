package io.jaegertracing.operator.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.TreeMap;

/** JSON whose text depends on its content alone: compact, keys in order. */
public final class SortedJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SortedJson() {}

  public static String text(JsonNode tree) {
    try {
      return JSON.writeValueAsString(sorted(tree));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The same tree with the keys of every map in order. */
  public static JsonNode sorted(JsonNode tree) {
    if (tree.isArray()) {
      var items = JsonNodeFactory.instance.arrayNode();
      tree.forEach(item -> items.add(sorted(item)));
      return items;
    }
    if (!tree.isObject()) {
      return tree;
    }
    var fields = new TreeMap<String, JsonNode>();
    tree.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
    return JsonNodeFactory.instance.objectNode().setAll(fields);
  }
}
