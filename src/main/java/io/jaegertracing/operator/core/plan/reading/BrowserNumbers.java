package io.jaegertracing.operator.core.plan.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;

/** Whole numbers with the digits a browser keeps: the Go operator rounded them so in every configuration that it added to. */
final class BrowserNumbers {
  private BrowserNumbers() {}

  static JsonNode of(JsonNode tree) {
    if (tree.isArray()) {
      var items = JsonNodeFactory.instance.arrayNode();
      tree.forEach(item -> items.add(of(item)));
      return items;
    }
    if (tree.isObject()) {
      var fields = JsonNodeFactory.instance.objectNode();
      tree.properties().forEach(field -> fields.set(field.getKey(), of(field.getValue())));
      return fields;
    }
    return tree.isIntegralNumber()
        ? BigIntegerNode.valueOf(BigDecimal.valueOf(tree.doubleValue()).toBigInteger())
        : tree;
  }
}
