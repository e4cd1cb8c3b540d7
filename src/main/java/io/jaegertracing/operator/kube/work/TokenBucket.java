package io.jaegertracing.operator.kube.work;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A burst at once, and then so many a second; nobody waits in here. */
public final class TokenBucket {
  private static final double SECOND = 1e9;

  private final long interval;
  private final long saved;
  private final LongSupplier nanos;
  private long next;

  public TokenBucket(double perSecond, int burst, LongSupplier nanos) {
    this.interval = (long) (SECOND / perSecond);
    this.saved = (burst - 1) * interval;
    this.nanos = nanos;
    this.next = nanos.getAsLong() - saved;
  }

  /** Takes a token if there is one. */
  public synchronized boolean take() {
    var now = nanos.getAsLong();
    if (free(now) > now) {
      return false;
    }
    next = free(now) + interval;
    return true;
  }

  /** Takes a token that may still have to come, and tells how long that is from now. */
  public synchronized Duration reserve() {
    var now = nanos.getAsLong();
    var free = free(now);
    next = free + interval;
    return Duration.ofNanos(Math.max(0, free - now));
  }

  /** What nobody took is kept, up to the burst. */
  private long free(long now) {
    return Math.max(next, now - saved);
  }
}
