package io.jaegertracing.operator.kube.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells of keys whose time has come, be it in months. One that is put off is told of at the earlier time, too. */
public final class Alarms implements AutoCloseable {
  private final Clock clock;
  private final Consumer<String> told;
  private final ScheduledThreadPoolExecutor timer = Threads.named("alarms", 1);
  private final Map<String, Instant> set = new HashMap<>();

  public Alarms(Clock clock, Consumer<String> told) {
    this.clock = clock;
    this.told = told;
  }

  public synchronized void set(String key, Instant time) {
    if (timer.isShutdown() || time.equals(set.put(key, time))) {
      return;
    }
    var pause = Duration.between(clock.instant(), time);
    var unused =
        timer.schedule(() -> ring(key, time), Math.max(0, pause.toMillis()), TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void close() {
    timer.shutdownNow();
  }

  private void ring(String key, Instant time) {
    synchronized (this) {
      set.remove(key, time);
    }
    told.accept(key);
  }
}
