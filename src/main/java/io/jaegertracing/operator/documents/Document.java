package io.jaegertracing.operator.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/** One document of a file, as JSON text: text, because a tree of doubles would lose how a number was written. */
public record Document(String source, int line, String json) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public JsonNode tree() {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Where a person finds it. */
  public String place() {
    return source + ":" + line;
  }
}
