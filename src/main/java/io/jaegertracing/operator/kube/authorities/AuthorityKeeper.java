package io.jaegertracing.operator.kube.authorities;

import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Policy;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.kube.RawApi;
import io.jaegertracing.operator.kube.authorities.Provider.Need;
import io.jaegertracing.operator.kube.leading.Leadership;
import io.jaegertracing.operator.kube.leading.Tenure;
import io.jaegertracing.operator.kube.retouch.Workloads;
import io.jaegertracing.operator.kube.work.Backoff;
import io.jaegertracing.operator.kube.work.TokenBucket;
import io.jaegertracing.operator.kube.work.WorkQueue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * On OpenShift a sidecar mounts authorities from two ConfigMaps beside its workload. In the namespace of another Jaeger they are made after the workload was admitted, by whoever admitted it, and taken
 * away by the leader when the Jaeger is gone. Elsewhere this does nothing.
 */
public final class AuthorityKeeper implements Leadership, AutoCloseable {
  private static final Set<Reason> WITH_SIDECAR =
      EnumSet.of(Reason.INJECTED, Reason.UPDATED, Reason.UNCHANGED);

  /** Anybody who reaches the webhook may ask: what is written in their words must not lead to another place. */
  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  private static final int PAGE = 500;

  /** How many namespaces may wait for their ConfigMaps, and how fast work is done. */
  public record Pace(int mostWaiting, Supplier<WorkQueue.Pace> queue) {
    private static final int MOST_WAITING = 1_000;
    private static final int PER_SECOND = 5;
    private static final int BURST = 20;
    private static final int TRIES = 10;
    private static final Backoff PATIENT =
        new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), TRIES);

    public static Pace usual() {
      return new Pace(
          MOST_WAITING,
          () -> new WorkQueue.Pace(
              new TokenBucket(PER_SECOND, BURST, System::nanoTime),
              PATIENT,
              () -> ThreadLocalRandom.current().nextDouble()));
    }
  }

  private final Policy policy;
  private final Pace pace;
  private final Provider provider;
  private final Sweep sweep;
  private final Tenure<WorkQueue<String>> tenure = new Tenure<>(WorkQueue::close);

  public AuthorityKeeper(
      RawApi api,
      Policy policy,
      Supplier<Snapshot> snapshot,
      Pace pace,
      Clock clock,
      MeterRegistry registry) {
    var configMaps = new ConfigMaps(api);
    var tally = new Tally(registry);
    this.policy = policy;
    this.pace = pace;
    this.provider = new Provider(configMaps, snapshot, pace, clock, tally);
    this.sweep = new Sweep(configMaps, new Workloads(api, PAGE), policy, snapshot, tally);
  }

  /** May be called on an event loop, with any verdict. */
  public void tell(Review review, Verdict verdict) {
    if (policy.openShift()
        && !review.dryRun()
        && NAMESPACE.matcher(review.namespace()).matches()) {
      verdict
          .finding()
          .filter(finding -> WITH_SIDECAR.contains(finding.reason()))
          .flatMap(Finding::instance)
          .filter(jaeger -> !jaeger.startsWith(review.namespace() + "/"))
          .ifPresent(jaeger -> provider.add(new Need(review.namespace(), jaeger)));
    }
  }

  /** It may need something else now, and what it lent may be needed from another one. */
  public void jaegerChanged(Optional<Instance> now) {
    provider.forget(need -> true);
    if (now.isEmpty()) {
      sweep();
    }
  }

  public void namespaceGone(String namespace) {
    provider.forget(need -> need.namespace().equals(namespace));
  }

  @Override
  public void begins() {
    if (policy.openShift()) {
      tenure.begin(
          new WorkQueue<>("authorities-sweep", pace.queue().get(), sweep::of, sweep::givenUp, 1));
      sweep();
    }
  }

  @Override
  public void ends() {
    tenure.end();
  }

  @Override
  public void close() {
    provider.close();
  }

  private void sweep() {
    tenure.current().ifPresent(queue -> policy.watched().places().forEach(queue::add));
  }
}
