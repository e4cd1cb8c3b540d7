package io.jaegertracing.operator.api.json;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.Serial;
import java.util.Set;

/** A JSON document that Jaeger reads and we do not: a map or a list, or an explicit null. */
@JsonDeserialize(using = FreeForm.Reader.class)
public record FreeForm(JsonNode tree) {
  public FreeForm {
    if (!tree.isContainerNode() && !tree.isNull()) {
      throw new IllegalArgumentException("a free-form document must be a map or a list");
    }
    tree = tree.deepCopy();
  }

  /** A copy: nobody changes what the user wrote. */
  @JsonValue
  @Override
  public JsonNode tree() {
    return tree.deepCopy();
  }

  static final class Reader extends StdDeserializer<FreeForm> {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final FieldPath.Wanted WANTED = new FieldPath.Wanted(
        FreeForm.class, Set.of(JsonToken.START_OBJECT, JsonToken.START_ARRAY), "a map or a list");

    Reader() {
      super(FreeForm.class);
    }

    @Override
    public FreeForm deserialize(JsonParser in, DeserializationContext context) throws IOException {
      FieldPath.require(in, context, WANTED);
      return new FreeForm(LiteralTree.read(in, context));
    }

    @Override
    public FreeForm getNullValue(DeserializationContext context) {
      return new FreeForm(NullNode.instance);
    }
  }
}
