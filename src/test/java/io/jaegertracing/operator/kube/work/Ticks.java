package io.jaegertracing.operator.kube.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** Both clocks of a machine, moved by hand, together or apart. */
public final class Ticks extends Clock implements LongSupplier {
  private volatile long nanos = 1_000_000_000L;
  private volatile Instant wall = Instant.parse("2026-01-01T00:00:00Z");

  public synchronized void pass(Duration time) {
    nanos += time.toNanos();
    wall = wall.plus(time);
  }

  /** As when somebody sets the clock, or the machine slept. */
  public synchronized void jump(Duration time) {
    wall = wall.plus(time);
  }

  @Override
  public long getAsLong() {
    return nanos;
  }

  @Override
  public Instant instant() {
    return wall;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
