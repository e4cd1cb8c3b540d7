package io.jaegertracing.operator.kube.retouch;

import io.jaegertracing.operator.kube.RawApi;
import io.jaegertracing.operator.kube.leading.Leadership;
import io.jaegertracing.operator.kube.leading.Tenure;
import io.jaegertracing.operator.kube.work.Backoff;
import io.jaegertracing.operator.kube.work.TokenBucket;
import io.jaegertracing.operator.kube.work.WorkQueue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Brings running workloads up to date with their Jaeger and Namespace, on the leader alone: it lists them when something changed, visits those whose admission would come out differently now, and is
 * silent otherwise.
 */
public final class Retouch implements Leadership, Triggers {
  /**
   * How long changes may gather, and how fast lists and visits follow; each term begins with full buckets.
   */
  public record Pace(
      Duration settling, Supplier<WorkQueue.Pace> listings, Supplier<WorkQueue.Pace> visits) {
    private static final int VISITS_PER_SECOND = 5;
    private static final int VISITS_AT_ONCE = 20;
    /** One for each kind and watched namespace; nothing restarts because of a list. */
    private static final int LISTS_PER_SECOND = 25;

    private static final int LISTS_AT_ONCE = 100;
    private static final int TRIES = 8;
    private static final Backoff PATIENT =
        new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), TRIES);

    public static Pace usual() {
      return new Pace(
          Duration.ofSeconds(1),
          () -> patient(LISTS_PER_SECOND, LISTS_AT_ONCE),
          () -> patient(VISITS_PER_SECOND, VISITS_AT_ONCE));
    }

    private static WorkQueue.Pace patient(int perSecond, int atOnce) {
      return new WorkQueue.Pace(
          new TokenBucket(perSecond, atOnce, System::nanoTime),
          PATIENT,
          () -> ThreadLocalRandom.current().nextDouble());
    }
  }

  private static final int PAGE = 500;

  private final Workloads workloads;
  private final Judgement judgement;
  private final Pace pace;
  private final Tally tally;
  private final Tenure<Term> tenure = new Tenure<>(Term::close);

  public Retouch(RawApi api, Judgement judgement, Pace pace, MeterRegistry registry) {
    this.workloads = new Workloads(api, PAGE);
    this.judgement = judgement;
    this.pace = pace;
    this.tally = new Tally(registry);
    Gauge.builder("jaeger_operator_retouch_queue", this, Retouch::length)
        .description("Workloads that wait to be brought up to date.")
        .strongReference(true)
        .register(registry);
  }

  @Override
  public void begins() {
    if (!judgement.reconsideration().kinds().isEmpty()) {
      tenure.begin(new Term(workloads, judgement, pace, tally));
    }
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

  int length() {
    return tenure.current().map(Term::length).orElse(0);
  }
}
