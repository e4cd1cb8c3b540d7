package io.jaegertracing.operator.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.io.IOException;
import java.io.Serial;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** A number whose text says more than its value: 1.50, 1e3 and -0 become the flags that were typed. */
final class LiteralNumber extends NumericNode {
  @Serial
  private static final long serialVersionUID = 1L;

  private static final Pattern JSON =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final Numeral numeral;

  private LiteralNumber(String text) {
    this.numeral = new Numeral(text);
  }

  /** One of Jackson's own nodes wherever that prints the same text. */
  static JsonNode of(String text) {
    var plain = isInteger(text) ? integer(text) : DoubleNode.valueOf(Double.parseDouble(text));
    return plain.asText().equals(text) ? plain : new LiteralNumber(text);
  }

  static boolean isJson(String text) {
    return JSON.matcher(text).matches();
  }

  /** The smallest that fits, as Jackson chooses: fabric8's IntOrString takes no other. */
  private static JsonNode integer(String text) {
    var value = new BigInteger(text);
    if (!fitsLong(value)) {
      return BigIntegerNode.valueOf(value);
    }
    return value.bitLength() < Integer.SIZE
        ? IntNode.valueOf(value.intValue())
        : LongNode.valueOf(value.longValue());
  }

  private static boolean isInteger(String text) {
    return text.chars().allMatch(c -> c == '-' || Character.isDigit(c));
  }

  private static boolean fitsLong(BigInteger value) {
    return value.bitLength() < Long.SIZE;
  }

  @Override
  public JsonToken asToken() {
    return isInteger(numeral.text) ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_NUMBER_FLOAT;
  }

  @Override
  public JsonParser.NumberType numberType() {
    return JsonParser.NumberType.BIG_DECIMAL;
  }

  @Override
  public Number numberValue() {
    return numeral;
  }

  @Override
  public int intValue() {
    return numeral.intValue();
  }

  @Override
  public long longValue() {
    return numeral.longValue();
  }

  @Override
  public double doubleValue() {
    return numeral.doubleValue();
  }

  @Override
  public BigDecimal decimalValue() {
    return numeral.value();
  }

  @Override
  public BigInteger bigIntegerValue() {
    return numeral.value().toBigInteger();
  }

  @Override
  public boolean canConvertToInt() {
    return canConvertToLong() && longValue() == (int) longValue();
  }

  @Override
  public boolean canConvertToLong() {
    return fitsLong(bigIntegerValue());
  }

  @Override
  public String asText() {
    return numeral.text;
  }

  @Override
  public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
    out.writeNumber(numeral.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LiteralNumber that && numeral.text.equals(that.numeral.text);
  }

  @Override
  public int hashCode() {
    return numeral.text.hashCode();
  }

  /** What Jackson asks for the text when it reads a tree as if it were a stream. */
  private static final class Numeral extends Number {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String text;

    private Numeral(String text) {
      this.text = text;
    }

    private BigDecimal value() {
      return new BigDecimal(text);
    }

    @Override
    public int intValue() {
      return value().intValue();
    }

    @Override
    public long longValue() {
      return value().longValue();
    }

    @Override
    public float floatValue() {
      return value().floatValue();
    }

    @Override
    public double doubleValue() {
      return value().doubleValue();
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
