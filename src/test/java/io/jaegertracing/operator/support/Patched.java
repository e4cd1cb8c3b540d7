package io.jaegertracing.operator.support;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * RFC 6902 as strict as an API server takes it. Written here because the implementation that comes with the Kubernetes client reads {@code ~01} as a slash.
 */
public final class Patched {
  private Patched() {}

  /** A copy; what does not fit is an error. */
  public static JsonNode of(JsonNode original, JsonNode operations) {
    var tree = original.deepCopy();
    for (var operation : operations) {
      tree = applied(tree, operation);
    }
    return tree;
  }

  private static JsonNode applied(JsonNode tree, JsonNode operation) {
    var pointer = JsonPointer.compile(operation.required("path").textValue());
    var kind = operation.required("op").textValue();
    if (kind.equals("test")) {
      expect(tree.at(pointer).equals(operation.required("value")), operation);
      return tree;
    }
    if (pointer.matches()) {
      expect(kind.equals("replace"), operation);
      return operation.required("value").deepCopy();
    }
    var holder = tree.at(pointer.head());
    var step = pointer.last().getMatchingProperty();
    if (holder instanceof ObjectNode map) {
      inMap(map, kind, step, operation);
    } else {
      expect(holder.isArray(), operation);
      inList((ArrayNode) holder, kind, step, operation);
    }
    return tree;
  }

  private static void inMap(ObjectNode map, String kind, String step, JsonNode operation) {
    expect(map.has(step) == !kind.equals("add"), operation);
    if (kind.equals("remove")) {
      map.remove(step);
    } else {
      map.set(step, operation.required("value").deepCopy());
    }
  }

  private static void inList(ArrayNode list, String kind, String step, JsonNode operation) {
    var index = step.equals("-") ? list.size() : Integer.parseInt(step);
    expect(index < list.size() + (kind.equals("add") ? 1 : 0), operation);
    switch (kind) {
      case "add" -> list.insert(index, operation.required("value").deepCopy());
      case "replace" -> list.set(index, operation.required("value").deepCopy());
      case "remove" -> list.remove(index);
      default -> expect(false, operation);
    }
  }

  private static void expect(boolean fits, JsonNode operation) {
    if (!fits) {
      throw new IllegalArgumentException("does not fit: " + operation);
    }
  }
}
