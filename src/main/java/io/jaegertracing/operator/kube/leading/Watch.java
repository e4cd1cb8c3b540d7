package io.jaegertracing.operator.kube.leading;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Measures pauses. The steady clock stands still while a machine sleeps, and the wall clock can be set: who must not believe in too short a pause asks both, who must not believe in too long a one asks
 * the steady clock alone.
 */
public record Watch(Clock wall, LongSupplier steady) {
  public record Moment(long millis, long nanos) {}

  Moment now() {
    return new Moment(wall.millis(), steady.getAsLong());
  }

  Duration atLeastSince(Moment moment) {
    return Duration.ofNanos(steady.getAsLong() - moment.nanos());
  }

  Duration atMostSince(Moment moment) {
    var shown = Duration.ofMillis(wall.millis() - moment.millis());
    var steadily = atLeastSince(moment);
    return shown.compareTo(steadily) > 0 ? shown : steadily;
  }
}
