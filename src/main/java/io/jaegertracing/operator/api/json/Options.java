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

/** Command-line flags as the user wrote them: a map that may nest, or an explicit null. */
@JsonDeserialize(using = Options.Reader.class)
public record Options(JsonNode tree) {
  public Options {
    if (!tree.isObject() && !tree.isNull()) {
      throw new IllegalArgumentException("options must be a map of flags");
    }
    tree = tree.deepCopy();
  }

  /** A copy: nobody changes what the user wrote. */
  @JsonValue
  @Override
  public JsonNode tree() {
    return tree.deepCopy();
  }

  static final class Reader extends StdDeserializer<Options> {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final FieldPath.Wanted WANTED = new FieldPath.Wanted(
        Options.class, Set.of(JsonToken.START_OBJECT), "a map of flags and their values");

    Reader() {
      super(Options.class);
    }

    @Override
    public Options deserialize(JsonParser in, DeserializationContext context) throws IOException {
      FieldPath.require(in, context, WANTED);
      return new Options(LiteralTree.read(in, context));
    }

    @Override
    public Options getNullValue(DeserializationContext context) {
      return new Options(NullNode.instance);
    }
  }
}
