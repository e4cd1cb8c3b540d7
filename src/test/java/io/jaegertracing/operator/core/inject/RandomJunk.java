package io.jaegertracing.operator.core.inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.jaegertracing.operator.support.Seeded;
import java.util.ArrayList;
import java.util.List;

/** What no API knows, yet or at all: fields, numbers and nulls that must survive, and values where they do not belong. */
record RandomJunk(Seeded random) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** New fields in maps at every level. */
  void sprinkle(JsonNode tree) {
    for (var below : new ArrayList<>(children(tree))) {
      sprinkle(below);
    }
    if (tree instanceof ObjectNode map) {
      if (random.chance(6)) {
        map.set(key(), value(3));
      }
    } else if (tree instanceof ArrayNode list && random.chance(1)) {
      list.add(random.chance(50) ? JSON.nullNode() : value(1));
    }
  }

  /** One value somewhere is replaced by one of any type. */
  void spoil(ObjectNode tree) {
    JsonNode place = tree;
    while (true) {
      var containers = children(place).stream()
          .filter(child -> child.isContainerNode() && !child.isEmpty())
          .toList();
      if (containers.isEmpty() || random.chance(20)) {
        break;
      }
      place = random.one(containers);
    }
    if (place instanceof ObjectNode map && !map.isEmpty()) {
      var names = new ArrayList<String>();
      map.fieldNames().forEachRemaining(names::add);
      map.set(random.one(names), value(1));
    } else if (place instanceof ArrayNode list && !list.isEmpty()) {
      list.set(random.below(list.size()), value(1));
    }
  }

  JsonNode value(int depth) {
    if (depth > 0 && random.chance(30)) {
      var map = JSON.objectNode();
      for (var fields = random.below(3); fields > 0; fields--) {
        map.set(key(), value(depth - 1));
      }
      return map;
    }
    if (depth > 0 && random.chance(30)) {
      var list = JSON.arrayNode();
      for (var items = random.below(3); items > 0; items--) {
        list.add(value(depth - 1));
      }
      return list;
    }
    return switch (random.below(5)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.chance(50));
      case 2 -> JSON.textNode(random.word("", "x", "\u00fc\ud83e\udd84", "a\"b\\", "\u2028\n"));
      default ->
        number(random.word(
            "1.50", "1e3", "-0", "1E+400", "123456789012345678901234567890", "0", "0.1e-7"));
    };
  }

  private static JsonNode number(String text) {
    return JSON.rawValueNode(new RawValue(text));
  }

  String key() {
    return random.word(
        "newField", "a/b", "~", "~1/~0", "\u00fc \ud83e\udd84", "", "-", "0", "x.y/z", "valueFrom");
  }

  private static List<JsonNode> children(JsonNode tree) {
    var children = new ArrayList<JsonNode>();
    tree.elements().forEachRemaining(children::add);
    return children;
  }
}
