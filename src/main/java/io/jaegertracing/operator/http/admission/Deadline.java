package io.jaegertracing.operator.http.admission;

import io.jaegertracing.operator.core.plan.GoDuration;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Until when an answer is of use, by a clock that only moves forward. */
record Deadline(LongSupplier nanos, long end) {
  private static final Duration USUAL = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  /** What an API server cannot use any more: the answer still has to travel. */
  private static final int MARGIN_PERCENT = 20;

  private static final Pattern TIMEOUT = Pattern.compile("(?:^|&)timeout=([^&]{1,32})(?:&|$)");

  /** Of a request that begins now; API servers say in its query how long they wait. */
  static Deadline of(@Nullable String query, LongSupplier nanos) {
    var patience = Optional.ofNullable(query)
        .map(TIMEOUT::matcher)
        .filter(found -> found.find())
        .flatMap(found -> GoDuration.parse(found.group(1)))
        .filter(timeout -> !timeout.isNegative() && !timeout.isZero())
        .orElse(USUAL);
    var bounded = patience.compareTo(LONGEST) > 0 ? LONGEST : patience;
    return new Deadline(
        nanos, nanos.getAsLong() + bounded.toNanos() / 100 * (100 - MARGIN_PERCENT));
  }

  Duration left() {
    return Duration.ofNanos(end - nanos.getAsLong());
  }

  boolean isOver() {
    return end - nanos.getAsLong() <= 0;
  }
}
