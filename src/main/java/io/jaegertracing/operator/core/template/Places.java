package io.jaegertracing.operator.core.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everything that a tree holds, with the way to it. */
final class Places {
  private Places() {}

  /**
   * One of them.
   *
   * @param name of the field, or nothing for an entry of a list
   */
  record Place(String path, String name, JsonNode tree) {
    boolean isEntry() {
      return name.isEmpty();
    }
  }

  static Stream<Place> of(JsonNode tree) {
    return below("", tree);
  }

  private static Stream<Place> below(String path, JsonNode tree) {
    var children = tree.isArray()
        ? IntStream.range(0, tree.size())
            .mapToObj(place -> new Place(path + "[" + place + "]", "", tree.path(place)))
        : tree.properties().stream()
            .map(field -> new Place(path + "." + field.getKey(), field.getKey(), field.getValue()));
    return children.flatMap(
        child -> Stream.concat(Stream.of(child), below(child.path(), child.tree())));
  }
}
