package io.jaegertracing.operator.kube.reconcile;

import io.jaegertracing.operator.kube.RawApi;
import io.jaegertracing.operator.kube.leading.Leadership;
import io.jaegertracing.operator.kube.rest.Api;
import io.jaegertracing.operator.kube.work.Backoff;
import io.jaegertracing.operator.kube.work.TokenBucket;
import io.jaegertracing.operator.kube.work.WorkQueue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs Jaegers: follows them and everything that was made of them while this replica leads, and does nothing when nothing changes. */
public final class Reconciliation implements Leadership {
  /**
   * How long changes of our own objects may gather, and how patiently work is done.
   *
   * @param hands how many Jaegers are looked at at the same time
   */
  public record Pace(Duration settling, Supplier<WorkQueue.Pace> queue, int hands) {
    private static final int PER_SECOND = 50;
    private static final int AT_ONCE = 200;
    private static final Backoff PATIENT =
        new Backoff(Duration.ofMillis(500), Duration.ofMinutes(5), Integer.MAX_VALUE);

    public static Pace usual() {
      return new Pace(
          Duration.ofMillis(500),
          () -> new WorkQueue.Pace(
              new TokenBucket(PER_SECOND, AT_ONCE, System::nanoTime),
              PATIENT,
              () -> ThreadLocalRandom.current().nextDouble()),
          4);
    }
  }

  /** The two ways to the API server: to follow and to write. */
  public record Server(Api api, RawApi raw) {}

  private final Server server;
  private final Setup setup;
  private final Pace pace;
  private final Clock clock;
  private final Tally tally;
  private volatile @Nullable Term term;

  public Reconciliation(
      Server server, Setup setup, Pace pace, Clock clock, MeterRegistry registry) {
    this.server = server;
    this.setup = setup;
    this.pace = pace;
    this.clock = clock;
    this.tally = new Tally(registry);
    Gauge.builder("jaeger_operator_reconcile_queue", this, Reconciliation::length)
        .description("Jaegers that wait to be looked at.")
        .strongReference(true)
        .register(registry);
  }

  @Override
  public synchronized void begins() {
    var begun = new Term(server, setup, pace, clock, tally);
    term = begun;
    begun.start();
  }

  @Override
  public synchronized void ends() {
    var ended = term;
    term = null;
    if (ended != null) {
      ended.close();
    }
  }

  int length() {
    var current = term;
    return current == null ? 0 : current.length();
  }
}
