package io.jaegertracing.operator.kube.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.kube.RawApi;
import io.jaegertracing.operator.kube.leading.Leadership;
import io.jaegertracing.operator.kube.leading.Tenure;
import io.jaegertracing.operator.kube.reconcile.numbers.Census;
import io.jaegertracing.operator.kube.reconcile.numbers.Tally;
import io.jaegertracing.operator.kube.reconcile.setup.Setup;
import io.jaegertracing.operator.kube.rest.Api;
import io.jaegertracing.operator.kube.work.Backoff;
import io.jaegertracing.operator.kube.work.TokenBucket;
import io.jaegertracing.operator.kube.work.WorkQueue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

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

  /** Each takes a connection for as long as it is followed. */
  static final int MOST_REFERENCED = 200;

  /** Writes Events about objects. */
  public interface Crier {
    void tell(JsonNode object, String action, String reason, boolean warning, String note);
  }

  /** Where it is written down what was done. */
  record Records(Tally tally, Census census, Crier crier) {}

  /** The two ways to the API server: to follow and to write. */
  public record Server(Api api, RawApi raw) {}

  private final Server server;
  private final Setup setup;
  private final Pace pace;
  private final Clock clock;
  private final Records records;
  private final Tenure<Term> tenure = new Tenure<>(Term::close);

  public Reconciliation(
      Server server, Setup setup, Pace pace, Clock clock, Crier crier, MeterRegistry registry) {
    this.server = server;
    this.setup = setup;
    this.pace = pace;
    this.clock = clock;
    this.records = new Records(new Tally(registry), new Census(registry), crier);
    Gauge.builder("jaeger_operator_reconcile_queue", this, Reconciliation::length)
        .description("Jaegers that wait to be looked at.")
        .strongReference(true)
        .register(registry);
    TimeGauge.builder(
            "jaeger_operator_reconcile_behind", this, TimeUnit.MILLISECONDS, Reconciliation::behind)
        .description("How long the Jaeger that waits longest could have been looked at.")
        .strongReference(true)
        .register(registry);
    Gauge.builder("jaeger_operator_referenced_objects", this, Reconciliation::referenced)
        .description(
            "Secrets and ConfigMaps that are followed because programs of Jaegers read them.")
        .strongReference(true)
        .register(registry);
    Gauge.builder(
            "jaeger_operator_leading",
            this,
            all -> all.tenure.current().map(term -> 1).orElse(0))
        .description("Whether this replica is the one that writes.")
        .strongReference(true)
        .register(registry);
  }

  @Override
  public void begins() {
    var term = new Term(server, setup, pace, clock, records);
    tenure.begin(term);
    term.start();
  }

  @Override
  public void ends() {
    tenure.end();
  }

  private int referenced() {
    return tenure.current().map(Term::referenced).orElse(0);
  }

  private long behind() {
    return tenure.current().map(term -> term.behind().toMillis()).orElse(0L);
  }

  int length() {
    return tenure.current().map(Term::length).orElse(0);
  }
}
