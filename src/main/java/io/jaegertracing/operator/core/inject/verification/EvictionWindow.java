package io.jaegertracing.operator.core.inject.verification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** The hours of each day, in UTC, in which Pods may be evicted: from the first moment up to the second, which may be of the next day. */
public record EvictionWindow(LocalTime from, LocalTime until) {
  public static final EvictionWindow ALWAYS =
      new EvictionWindow(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  private static final String TIME = "((?:[01]\\d|2[0-3]):[0-5]\\d)";
  private static final Pattern TEXT = Pattern.compile(TIME + "-" + TIME);
  private static final Duration DAY = Duration.ofDays(1);

  /** Equal times could mean the whole day or nothing of it. */
  public static Optional<EvictionWindow> parse(String text) {
    var times = TEXT.matcher(text);
    return times.matches() && !times.group(1).equals(times.group(2))
        ? Optional.of(
            new EvictionWindow(LocalTime.parse(times.group(1)), LocalTime.parse(times.group(2))))
        : Optional.empty();
  }

  public boolean isOpen(Instant now) {
    var time = time(now);
    return from.isBefore(until)
        ? !time.isBefore(from) && time.isBefore(until)
        : !time.isBefore(from) || time.isBefore(until);
  }

  /** Nothing while it is open. */
  public Duration untilOpen(Instant now) {
    if (isOpen(now)) {
      return Duration.ZERO;
    }
    var wait = Duration.between(time(now), from);
    return wait.isNegative() ? wait.plus(DAY) : wait;
  }

  private static LocalTime time(Instant now) {
    return now.atOffset(ZoneOffset.UTC).toLocalTime();
  }
}
