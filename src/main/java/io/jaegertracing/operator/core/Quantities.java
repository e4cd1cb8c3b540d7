package io.jaegertracing.operator.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts of memory, CPU and the like: a number with an optional suffix such as 500m or 16Gi. */
public final class Quantities {
  private static final Pattern TEXT =
      Pattern.compile("([+-]?(?:\\d++\\.?+\\d*+|\\.\\d++))([KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d++)?");
  private static final String BINARY = "KMGTPE";
  private static final String DECIMAL = "num kMGTPE";
  private static final int KIBI_BITS = 10;
  private static final BigDecimal MEBI = BigDecimal.valueOf(1 << 20);

  /** The API server counts up to here, and in billionths; what is beyond is cut. */
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private static final int DECIMALS = 9;
  private static final int MOST_DIGITS = 20;
  private static final BigInteger LARGEST_EXPONENT = BigInteger.valueOf(1000);

  /** Nobody means a longer one, and to compute with it could take for ever. */
  private static final int LONGEST = 100;

  private Quantities() {}

  public static boolean isValid(String text) {
    return TEXT.matcher(text).matches();
  }

  /** By amount: 500m is as much as 0.5. Texts that are no amounts are compared as texts. */
  public static int compare(String one, String other) {
    var amount = amount(one);
    var than = amount(other);
    return amount.isPresent() && than.isPresent()
        ? amount.get().compareTo(than.get())
        : one.compareTo(other);
  }

  /** As the API server counts it, always with the same number of decimals; nothing for a text that is no amount. */
  public static Optional<BigDecimal> amount(String text) {
    var matcher = TEXT.matcher(text);
    if (text.length() > LONGEST || !matcher.matches()) {
      return Optional.empty();
    }
    var number = new BigDecimal(matcher.group(1));
    var suffix = Optional.ofNullable(matcher.group(2)).orElse("");
    if (suffix.endsWith("i")) {
      var bits = KIBI_BITS * (BINARY.indexOf(suffix.charAt(0)) + 1);
      return Optional.of(bounded(number.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(bits)))));
    }
    return Optional.of(bounded(scaled(number, exponent(suffix))));
  }

  /** For people: in whole Mi, in whole numbers, or in thousandths. */
  public static String text(BigDecimal amount) {
    if (amount.signum() != 0 && amount.remainder(MEBI).signum() == 0) {
      return amount.divideToIntegralValue(MEBI).toBigInteger() + "Mi";
    }
    var whole = amount.stripTrailingZeros();
    return whole.scale() <= 0
        ? whole.toPlainString()
        : whole.movePointRight(3).stripTrailingZeros().toPlainString() + "m";
  }

  private static int exponent(String suffix) {
    if (suffix.length() > 1) {
      var given = new BigInteger(suffix.substring(1));
      return given.min(LARGEST_EXPONENT).max(LARGEST_EXPONENT.negate()).intValue();
    }
    return suffix.isEmpty() ? 0 : 3 * (DECIMAL.indexOf(suffix) - DECIMAL.indexOf(' '));
  }

  private static BigDecimal scaled(BigDecimal number, int exponent) {
    var digits = number.precision() - number.scale() + exponent;
    if (digits > MOST_DIGITS) {
      return MOST.multiply(BigDecimal.valueOf(number.signum()));
    }
    return number.scaleByPowerOfTen(exponent);
  }

  private static BigDecimal bounded(BigDecimal number) {
    return number.min(MOST).max(MOST.negate()).setScale(DECIMALS, RoundingMode.UP);
  }
}
