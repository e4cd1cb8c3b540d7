package io.jaegertracing.operator.core.plan.upgrade;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A version of Jaeger; what it does not say is zero. */
public record JaegerVersion(int major, int minor, int patch, boolean isReleased)
    implements Comparable<JaegerVersion> {
  private static final Pattern TEXT = Pattern.compile(
      "v?(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?");

  public static JaegerVersion of(int major, int minor) {
    return new JaegerVersion(major, minor, 0, true);
  }

  public static Optional<JaegerVersion> parse(String text) {
    return Optional.of(TEXT.matcher(text))
        .filter(found -> found.matches())
        .map(found -> new JaegerVersion(
            number(found.group(1)),
            number(found.group(2)),
            number(found.group(3)),
            found.group(4) == null));
  }

  public boolean isBefore(JaegerVersion other) {
    return compareTo(other) < 0;
  }

  /** A candidate comes before its release. */
  @Override
  public int compareTo(JaegerVersion other) {
    return Comparator.comparingInt(JaegerVersion::major)
        .thenComparingInt(JaegerVersion::minor)
        .thenComparingInt(JaegerVersion::patch)
        .thenComparing(JaegerVersion::isReleased)
        .compare(this, other);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
