package io.jaegertracing.operator.core.validation;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jaegertracing.operator.core.Quantities;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.Map;
import java.util.Optional;

/** Values without fields of their own. */
enum Scalar {
  TEXT("text"),
  TRUTH("true or false"),
  SHORT("a whole number"),
  LONG("a whole number"),
  NUMBER_OR_TEXT("a whole number or text"),
  QUANTITY("a quantity such as 500m or 16Gi");

  private static final Map<Class<?>, Scalar> OF = Map.of(
      String.class, TEXT,
      Boolean.class, TRUTH,
      Integer.class, SHORT,
      Long.class, LONG,
      IntOrString.class, NUMBER_OR_TEXT,
      Quantity.class, QUANTITY);

  private final String words;

  Scalar(String words) {
    this.words = words;
  }

  static Optional<Scalar> of(JavaType type) {
    return Optional.ofNullable(OF.get(type.getRawClass()));
  }

  String words() {
    return words;
  }

  /** What is broken where a value does not fit. */
  Rule rule() {
    return this == QUANTITY ? Rule.BAD_QUANTITY : Rule.MISTYPED_FIELD;
  }

  /** Whole numbers are told by how they are written: 1e9 is none, and its digits are never spelt out. */
  boolean fits(JsonNode value) {
    return switch (this) {
      case TEXT -> value.isTextual();
      case TRUTH -> value.isBoolean();
      case SHORT -> value.isIntegralNumber() && value.canConvertToInt();
      case LONG -> value.isIntegralNumber() && value.canConvertToLong();
      case NUMBER_OR_TEXT -> SHORT.fits(value) || TEXT.fits(value);
      case QUANTITY ->
        (value.isTextual() || value.isNumber()) && Quantities.isValid(value.asText());
    };
  }
}
