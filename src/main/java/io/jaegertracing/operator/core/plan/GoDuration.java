package io.jaegertracing.operator.core.plan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as Go writes and reads them, for example {@code 1h30m} and {@code 500ms}. */
public final class GoDuration {
  private static final Pattern PART =
      Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)");
  private static final Pattern WHOLE = Pattern.compile("[+-]?(?:(?:" + PART.pattern() + ")+|0)");

  private static final Map<String, BigDecimal> NANOS = Map.of(
      "ns", BigDecimal.ONE,
      "us", BigDecimal.valueOf(1_000),
      "\u00b5s", BigDecimal.valueOf(1_000),
      "\u03bcs", BigDecimal.valueOf(1_000),
      "ms", BigDecimal.valueOf(1_000_000),
      "s", BigDecimal.valueOf(1_000_000_000),
      "m", BigDecimal.valueOf(60_000_000_000L),
      "h", BigDecimal.valueOf(3_600_000_000_000L));

  private static final long SECOND = 1_000_000_000;

  private GoDuration() {}

  /** Empty when Go would refuse the text. */
  public static Optional<Duration> parse(String text) {
    if (!WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    var nanos = PART.matcher(text)
        .results()
        .map(part -> new BigDecimal(part.group(1)).multiply(NANOS.get(part.group(2))))
        .map(BigDecimal::toBigInteger)
        .reduce(BigInteger.ZERO, BigInteger::add);
    var signed = text.startsWith("-") ? nanos.negate() : nanos;
    // Go counts nanoseconds in 64 bits: 292 years and not a day more.
    return signed.bitLength() < Long.SIZE
        ? Optional.of(Duration.ofNanos(signed.longValue()))
        : Optional.empty();
  }

  public static String format(Duration duration) {
    var sign = duration.isNegative() ? "-" : "";
    var nanos = duration.abs().toNanos();
    return sign + (nanos < SECOND ? small(nanos) : large(nanos));
  }

  private static String small(long nanos) {
    if (nanos == 0) {
      return "0s";
    }
    if (nanos < 1_000) {
      return nanos + "ns";
    }
    return nanos < 1_000_000
        ? plain(BigDecimal.valueOf(nanos, 3)) + "\u00b5s"
        : plain(BigDecimal.valueOf(nanos, 6)) + "ms";
  }

  private static String large(long nanos) {
    var minutes = nanos / (60 * SECOND);
    var seconds = plain(BigDecimal.valueOf(nanos % (60 * SECOND), 9)) + "s";
    if (minutes == 0) {
      return seconds;
    }
    return minutes < 60
        ? minutes + "m" + seconds
        : minutes / 60 + "h" + minutes % 60 + "m" + seconds;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
