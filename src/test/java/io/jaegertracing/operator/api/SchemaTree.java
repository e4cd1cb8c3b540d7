package io.jaegertracing.operator.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** A schema as the flat list of its places: spec.ingress.tls[].hosts. */
record SchemaTree(JsonNode root) {
  record Place(String path, JsonNode schema) {
    String name() {
      return path.substring(path.lastIndexOf('.') + 1);
    }
  }

  Stream<Place> places() {
    return places("", root);
  }

  JsonNode at(String path) {
    return places()
        .filter(place -> place.path().equals(path))
        .findFirst()
        .orElseThrow()
        .schema();
  }

  private static Stream<Place> places(String path, JsonNode schema) {
    var properties = schema.path("properties").properties().stream()
        .flatMap(
            it -> places(path.isEmpty() ? it.getKey() : path + "." + it.getKey(), it.getValue()));
    return Stream.of(
            Stream.of(new Place(path, schema)),
            properties,
            inner(path + "[]", schema.path("items")),
            inner(path + "{}", schema.path("additionalProperties")))
        .flatMap(it -> it);
  }

  private static Stream<Place> inner(String path, JsonNode schema) {
    return schema.isMissingNode() ? Stream.empty() : places(path, schema);
  }
}
