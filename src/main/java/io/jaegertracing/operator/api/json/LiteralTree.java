package io.jaegertracing.operator.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.Serial;

/** Reads JSON into a tree whose numbers keep their text. */
public final class LiteralTree extends StdDeserializer<JsonNode> {
  @Serial
  private static final long serialVersionUID = 1L;

  public LiteralTree() {
    super(JsonNode.class);
  }

  @Override
  public JsonNode deserialize(JsonParser in, DeserializationContext context) throws IOException {
    return read(in, context);
  }

  @Override
  public JsonNode getNullValue(DeserializationContext context) {
    return NullNode.instance;
  }

  static JsonNode read(JsonParser in, DeserializationContext context) throws IOException {
    return switch (in.currentToken()) {
      case START_OBJECT -> object(in, context);
      case START_ARRAY -> array(in, context);
      case VALUE_STRING -> TextNode.valueOf(in.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(in, context);
      case VALUE_TRUE -> BooleanNode.TRUE;
      case VALUE_FALSE -> BooleanNode.FALSE;
      case VALUE_NULL -> NullNode.instance;
      case VALUE_EMBEDDED_OBJECT -> new POJONode(in.getEmbeddedObject());
      default ->
        throw context.wrongTokenException(in, JsonNode.class, in.currentToken(), "no JSON value");
    };
  }

  private static ObjectNode object(JsonParser in, DeserializationContext context)
      throws IOException {
    var object = JsonNodeFactory.instance.objectNode();
    for (var name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      object.set(name, read(in, context));
    }
    return object;
  }

  private static ArrayNode array(JsonParser in, DeserializationContext context) throws IOException {
    var array = JsonNodeFactory.instance.arrayNode();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      array.add(read(in, context));
    }
    return array;
  }

  /** YAML has spellings that JSON lacks (0x1F, 1_000): of those only the value counts. */
  private static JsonNode number(JsonParser in, DeserializationContext context) throws IOException {
    var text =
        LiteralNumber.isJson(in.getText()) ? in.getText() : in.getNumberValue().toString();
    return LiteralNumber.isJson(text)
        ? LiteralNumber.of(text)
        : context.reportInputMismatch(
            JsonNode.class, "%s: JSON has no number %s", FieldPath.of(in), in.getText());
  }
}
