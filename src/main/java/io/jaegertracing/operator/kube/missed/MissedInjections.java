package io.jaegertracing.operator.kube.missed;

import io.jaegertracing.operator.core.admission.injection.Inspection;
import io.jaegertracing.operator.core.admission.injection.Screening;
import io.jaegertracing.operator.core.admission.injection.VerificationJudge;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.verification.EvictionWindow;
import io.jaegertracing.operator.kube.RawApi;
import io.jaegertracing.operator.kube.events.Events;
import io.jaegertracing.operator.kube.leading.Leadership;
import io.jaegertracing.operator.kube.leading.Tenure;
import io.jaegertracing.operator.kube.lookup.Inquiry;
import io.jaegertracing.operator.kube.retouch.Triggers;
import io.jaegertracing.operator.kube.retouch.Workloads;
import io.jaegertracing.operator.kube.work.Backoff;
import io.jaegertracing.operator.kube.work.TokenBucket;
import io.jaegertracing.operator.kube.work.WorkQueue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Finds Pods that run without the sidecar that they ask for, because nobody answered when they were created. On the leader alone: some time after what they depend on changed, and once an hour.
 */
public final class MissedInjections implements Leadership, Triggers {
  /**
   * What is looked and acted with.
   *
   * @param evicting when Pods may be evicted, if ever
   */
  public record Means(
      RawApi api,
      Inquiry inquiry,
      Events events,
      Clock clock,
      MeterRegistry registry,
      Optional<EvictionWindow> evicting) {}

  /**
   * How long changes may gather, how often to look without any, and how patiently.
   *
   * @param chance from 0 to 1
   */
  public record Pace(
      Duration settling,
      Duration between,
      Supplier<WorkQueue.Pace> passes,
      Evicting evicting,
      DoubleSupplier chance) {
    private static final Backoff PATIENT =
        new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(5), 6);

    /**
     * How far apart evictions are.
     *
     * @param interval between any two
     * @param rest between two of the same owner
     */
    public record Evicting(
        Duration interval, Duration rest, Backoff backoff, DoubleSupplier chance) {}

    public static Pace usual() {
      DoubleSupplier chance = () -> ThreadLocalRandom.current().nextDouble();
      return new Pace(
          Duration.ofSeconds(30),
          Duration.ofHours(1),
          () -> new WorkQueue.Pace(new TokenBucket(1, 10, System::nanoTime), PATIENT, chance),
          new Evicting(Duration.ofSeconds(10), Duration.ofHours(1), PATIENT, chance),
          chance);
    }
  }

  private static final int PAGE = 500;

  private final Means means;
  private final Pace pace;
  private final Pass pass;
  private final Tenure<Term> tenure = new Tenure<>(Term::close);

  public MissedInjections(Means means, VerificationJudge judge, Pace pace) {
    this.means = means;
    this.pace = pace;
    this.pass = new Pass(
        new Workloads(means.api(), PAGE),
        new Screening(judge.policy(), judge.usual()),
        new Inspection(judge),
        means.inquiry());
    for (var reason : Findings.REASONS) {
      Gauge.builder("jaeger_operator_missed_injections", this, all -> all.count(reason))
          .description(
              "Pods that run without the sidecar that they ask for, as last found; no number where this replica does not lead.")
          .tag("reason", reason.code())
          .strongReference(true)
          .register(means.registry());
    }
  }

  @Override
  public void begins() {
    tenure.begin(new Term(means, pace, pass));
  }

  @Override
  public void ends() {
    tenure.end();
  }

  @Override
  public void jaegerChanged() {
    tenure.current().ifPresent(Term::jaegerChanged);
  }

  @Override
  public void namespaceChanged(String name) {
    tenure.current().ifPresent(term -> term.namespaceChanged(name));
  }

  private double count(Reason reason) {
    return tenure.current().map(term -> term.findings().count(reason)).orElse(Double.NaN);
  }
}
