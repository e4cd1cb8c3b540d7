package io.jaegertracing.operator.documents;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What an unquoted YAML word means: the rules of YAML 1.1 as the Go ecosystem applies them, which differ from snakeyaml's. */
sealed interface PlainScalar {
  record Null() implements PlainScalar {}

  record Truth(boolean value) implements PlainScalar {}

  /** A number in the spelling that JSON gets. */
  record Numeral(String literal) implements PlainScalar {}

  record Text(String value) implements PlainScalar {}

  /** {@code .inf} and {@code .nan}: numbers for YAML, not for JSON. */
  record NoJson(String word) implements PlainScalar {}

  Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  Set<String> YES = Set.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE");
  Set<String> NO =
      Set.of("n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE");
  Pattern INFINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
  Pattern INTEGER =
      Pattern.compile("([-+]?)(0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|[1-9][0-9]*|0)");
  Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  BigInteger LOWEST = BigInteger.valueOf(Long.MIN_VALUE);
  BigInteger HIGHEST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  static PlainScalar of(String word) {
    if (NULLS.contains(word)) {
      return new Null();
    }
    if (YES.contains(word) || NO.contains(word)) {
      return new Truth(YES.contains(word));
    }
    if (INFINITE.matcher(word).matches()) {
      return new NoJson(word);
    }
    return number(word).<PlainScalar>map(Numeral::new).orElseGet(() -> new Text(word));
  }

  private static Optional<String> number(String word) {
    var digits = word.replace("_", "");
    var integer = INTEGER.matcher(digits);
    if (integer.matches()) {
      var value = magnitude(integer.group(2))
          .multiply(BigInteger.valueOf(integer.group(1).equals("-") ? -1 : 1));
      if (value.compareTo(LOWEST) >= 0 && value.compareTo(HIGHEST) <= 0) {
        return Optional.of(value.toString());
      }
    }
    return float64(digits).map(PlainScalar::goFloat);
  }

  /** A number that no double can hold stays text, as with Go's reader. */
  private static Optional<Double> float64(String digits) {
    return Optional.of(digits)
        .filter(text -> FLOAT.matcher(text).matches())
        .map(Double::valueOf)
        .filter(value -> !value.isInfinite());
  }

  private static BigInteger magnitude(String digits) {
    var lower = digits.toLowerCase(Locale.ROOT);
    if (lower.startsWith("0x")) {
      return new BigInteger(lower.substring(2), 16);
    }
    if (lower.startsWith("0b")) {
      return new BigInteger(lower.substring(2), 2);
    }
    if (lower.startsWith("0o")) {
      return new BigInteger(lower.substring(2), 8);
    }
    return lower.length() > 1 && lower.startsWith("0")
        ? new BigInteger(lower, 8)
        : new BigInteger(lower);
  }

  /** The shortest digits that give the same double again, plain between 1e-6 and 1e21, as Go's JSON encoder writes them. */
  private static String goFloat(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    var shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    var size = Math.abs(value);
    if (size >= 1e-6 && size < 1e21) {
      return shortest.toPlainString();
    }
    var exponent = shortest.precision() - shortest.scale() - 1;
    var digits = shortest.unscaledValue().abs().toString();
    var fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    var sign = value < 0 ? "-" : "";
    return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+")
        + padded(Math.abs(exponent), value);
  }

  /** Go writes at least two digits of an exponent, but its JSON encoder takes a leading zero out of a negative one. */
  private static String padded(int exponent, double value) {
    return exponent < 10 && Math.abs(value) >= 1 ? "0" + exponent : String.valueOf(exponent);
  }
}
