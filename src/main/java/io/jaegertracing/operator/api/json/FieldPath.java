package io.jaegertracing.operator.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import java.io.IOException;
import java.util.Set;

/** Where in the document a reader stands, as users write it: spec.query.options. */
final class FieldPath {
  private FieldPath() {}

  static String of(JsonParser in) {
    var context = in.getParsingContext();
    var own = in.currentToken() != null && in.currentToken().isStructStart()
        ? context.getParent()
        : context;
    return own.pathAsPointer().toString().substring(1).replace('/', '.');
  }

  /** What the value has to become, and in words. */
  record Wanted(Class<?> type, Set<JsonToken> beginnings, String words) {}

  static void require(JsonParser in, DeserializationContext context, Wanted wanted)
      throws IOException {
    if (!wanted.beginnings().contains(in.currentToken())) {
      context.reportInputMismatch(
          wanted.type(), "%s must be %s, not %s", of(in), wanted.words(), found(in.currentToken()));
    }
  }

  private static String found(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "a map";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "text";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      default -> "a number";
    };
  }
}
