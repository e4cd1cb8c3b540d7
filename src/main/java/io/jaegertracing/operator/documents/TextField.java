package io.jaegertracing.operator.documents;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.jaegertracing.operator.api.component.CommonSpec;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A field of text that takes a number or a boolean, too, except where the Go operator refused it: common fields and maps. */
final class TextField extends StdDeserializer<String> implements ContextualDeserializer {
  @Serial
  private static final long serialVersionUID = 1L;

  private final boolean tolerant;

  TextField() {
    this(true);
  }

  private TextField(boolean tolerant) {
    super(String.class);
    this.tolerant = tolerant;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    return new TextField(
        property == null || !(isCommon(property) || property.getType().isMapLikeType()));
  }

  private static boolean isCommon(BeanProperty property) {
    return property.getMember() != null
        && property.getMember().getDeclaringClass() == CommonSpec.class;
  }

  @Override
  public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
    var token = in.currentToken();
    if (token == JsonToken.VALUE_STRING || (tolerant && token.isScalarValue())) {
      return in.getText();
    }
    return context.reportInputMismatch(String.class, "text is expected here");
  }
}
