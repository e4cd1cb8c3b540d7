package io.jaegertracing.operator.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.jaegertracing.operator.api.json.LiteralModule;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Trees for tests, written as YAML, or as JSON read the way the server reads it. */
public final class Trees {
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final ObjectMapper LITERAL =
      JsonMapper.builder().addModule(new LiteralModule()).build();

  private Trees() {}

  public static JsonNode of(String yaml) {
    return read(YAML, yaml);
  }

  public static ObjectNode map(String yaml) {
    return (ObjectNode) of(yaml);
  }

  /** Numbers keep their text. */
  public static JsonNode literal(String json) {
    return read(LITERAL, json);
  }

  /** Without nulls and without maps and lists that hold nothing, at every depth; items keep their places. */
  public static JsonNode withoutEmpty(JsonNode tree) {
    if (tree instanceof ObjectNode map) {
      var kept = JsonNodeFactory.instance.objectNode();
      map.properties().forEach(field -> {
        var value = withoutEmpty(field.getValue());
        if (!isEmpty(value)) {
          kept.set(field.getKey(), value);
        }
      });
      return kept;
    }
    if (tree instanceof ArrayNode list) {
      var kept = JsonNodeFactory.instance.arrayNode();
      list.forEach(item -> kept.add(item.isNull() ? kept.objectNode() : withoutEmpty(item)));
      return kept;
    }
    return tree;
  }

  /** Each place where one tree is not the other, with both values. */
  public static List<String> differences(JsonNode one, JsonNode other) {
    var differences = new ArrayList<String>();
    compare("", one, other, differences);
    return differences;
  }

  private static void compare(String place, JsonNode one, JsonNode other, List<String> into) {
    if (one.isObject() && other.isObject()) {
      var names = new TreeSet<String>();
      one.fieldNames().forEachRemaining(names::add);
      other.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> compare(place + "/" + name, one.path(name), other.path(name), into));
    } else if (one.isArray() && other.isArray()) {
      for (var i = 0; i < Math.max(one.size(), other.size()); i++) {
        compare(place + "/" + i, one.path(i), other.path(i), into);
      }
    } else if (!one.equals(other)) {
      into.add(place + ": " + shown(one) + " is not " + shown(other));
    }
  }

  private static String shown(JsonNode node) {
    return node.isMissingNode() ? "nothing" : node.getNodeType() + " " + node;
  }

  private static boolean isEmpty(JsonNode node) {
    return node.isNull() || (node.isContainerNode() && node.isEmpty());
  }

  private static JsonNode read(ObjectMapper mapper, String text) {
    try {
      return mapper.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(text, broken);
    }
  }
}
