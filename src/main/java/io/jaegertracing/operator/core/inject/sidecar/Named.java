package io.jaegertracing.operator.core.inject.sidecar;

import com.fasterxml.jackson.databind.JsonNode;

/** Items of a list by their names. */
final class Named {
  private Named() {}

  /** The place of the first item of that name, or -1. */
  static int find(JsonNode list, String name) {
    for (var i = 0; i < list.size(); i++) {
      if (list.path(i).path("name").isTextual()
          && list.path(i).path("name").textValue().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  static boolean has(JsonNode list, String name) {
    return find(list, name) >= 0;
  }

  /** By which a record knows a container: its name, or its place when that says more. */
  static String key(JsonNode containers, int index) {
    var name = containers.path(index).path("name").asText();
    return name.isEmpty() || find(containers, name) != index ? "#" + index : name;
  }
}
