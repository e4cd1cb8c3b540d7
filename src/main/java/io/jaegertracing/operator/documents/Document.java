package io.jaegertracing.operator.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.json.LiteralModule;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One document of a file, as JSON text: text, because a tree of doubles would lose how a number was written. */
public record Document(String source, int line, String json) {
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new LiteralModule());
  private static final String LIST = "List";

  public JsonNode tree() {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Where a person finds it. */
  public String place() {
    return source + ":" + line;
  }

  public String kind() {
    var kind = tree().path("kind").asText("");
    return kind.isEmpty() ? "a document without kind" : kind;
  }

  public boolean isKind(String kind) {
    return kind().equals(kind);
  }

  /** The items of a list, or the document itself. */
  public Stream<Document> items() {
    var tree = tree();
    if (!tree.path("kind").asText().endsWith(LIST) || !tree.path("items").isArray()) {
      return Stream.of(this);
    }
    return StreamSupport.stream(tree.path("items").spliterator(), false)
        .map(item -> new Document(source, line, typed(item, tree).toString()));
  }

  /** An API server writes the type of what it lists once, as that of the list. */
  private static JsonNode typed(JsonNode item, JsonNode list) {
    var listed = list.path("kind").asText();
    if (item instanceof ObjectNode object && !object.has("kind") && !listed.equals(LIST)) {
      object.put("kind", listed.substring(0, listed.length() - LIST.length()));
      if (!object.has("apiVersion") && list.has("apiVersion")) {
        object.set("apiVersion", list.get("apiVersion"));
      }
    }
    return item;
  }
}
