package io.jaegertracing.operator.kube.work;

import java.time.Duration;
import java.util.Optional;

/** How long to leave something alone that failed: twice as long each time, up to a bound, and at last for good. */
public record Backoff(Duration first, Duration longest, int tries) {
  /** Enough doublings for every bound. */
  private static final int MOST_DOUBLINGS = 30;

  /**
   * Between a half and the whole of the pause, so that what failed together does not come back together.
   *
   * @param chance from 0 to 1
   */
  public Optional<Duration> after(int failures, double chance) {
    if (failures >= tries) {
      return Optional.empty();
    }
    var doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    var pause = doubled.compareTo(longest) < 0 ? doubled : longest;
    return Optional.of(Duration.ofNanos((long) (pause.toNanos() * (1 + chance) / 2)));
  }
}
