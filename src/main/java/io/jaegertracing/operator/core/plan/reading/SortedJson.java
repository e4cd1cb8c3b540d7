package io.jaegertracing.operator.core.plan.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** JSON whose text depends on its content alone: compact, keys in order. */
final class SortedJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SortedJson() {}

  static String text(JsonNode tree) {
    try {
      return JSON.writeValueAsString(sorted(tree, value -> value));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whole numbers with the digits that a browser keeps: so the Go operator wrote whatever it had added to. */
  static JsonNode rounded(JsonNode tree) {
    return sorted(
        tree,
        value -> value.isIntegralNumber()
            ? BigIntegerNode.valueOf(BigDecimal.valueOf(value.doubleValue()).toBigInteger())
            : value);
  }

  private static JsonNode sorted(JsonNode tree, UnaryOperator<JsonNode> scalars) {
    if (tree.isArray()) {
      var items = JsonNodeFactory.instance.arrayNode();
      tree.forEach(item -> items.add(sorted(item, scalars)));
      return items;
    }
    if (!tree.isObject()) {
      return scalars.apply(tree);
    }
    var fields = new TreeMap<String, JsonNode>();
    tree.properties()
        .forEach(field -> fields.put(field.getKey(), sorted(field.getValue(), scalars)));
    return JsonNodeFactory.instance.objectNode().setAll(fields);
  }
}
