package io.jaegertracing.operator.kube.missed;

import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.retouch.Scope;
import io.jaegertracing.operator.kube.retouch.Settling;
import io.jaegertracing.operator.kube.retouch.Triggers;
import io.jaegertracing.operator.kube.work.Threads;
import io.jaegertracing.operator.kube.work.WorkQueue;
import io.jaegertracing.operator.kube.work.WorkQueue.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the moment this replica leads until it leads no more: when to look, and what becomes of what is found. */
final class Term implements Triggers, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Term.class);
  /** Up to a fifth is added to every wait. */
  private static final double JITTER = 5;

  private final MissedInjections.Means means;
  private final MissedInjections.Pace pace;
  private final Pass pass;
  private final Report report;
  private final Optional<Evictions> evictions;
  private final Complaints complaints = new Complaints();
  private final Triggers changes;
  private final Findings findings;
  private final ScheduledThreadPoolExecutor clock = Threads.named("missed-clock", 1);
  private final WorkQueue<String> passes;

  Term(MissedInjections.Means means, MissedInjections.Pace pace, Pass pass) {
    var watched = pass.screening().policy().watched();
    this.means = means;
    this.pace = pace;
    this.pass = pass;
    this.report = new Report(means.events());
    this.evictions = means
        .evicting()
        .map(window -> new Evictions(
            window,
            pace.evicting(),
            new Evictions.Means(
                pass, report, new Tally(means.registry()), means.clock(), this::namespaceChanged),
            complaints));
    this.findings = new Findings(watched.places());
    this.passes = new WorkQueue<>("missed", pace.passes().get(), this::passed, Term::givenUp, 1);
    // Workloads that follow their Jaeger are brought up to date first, and their new Pods have to
    // be there.
    this.changes = new Settling(
        new Scope(watched.names()),
        new Settling.Calm(
            pace.settling(), clock, () -> means.inquiry().snapshot().get().isComplete()),
        passes::add);
    jaegerChanged();
    waitFor(pace.between());
  }

  Findings findings() {
    return findings;
  }

  @Override
  public void jaegerChanged() {
    changes.jaegerChanged();
  }

  @Override
  public void namespaceChanged(String name) {
    changes.namespaceChanged(name);
  }

  /** Nothing is begun any more, and what is being done is interrupted. */
  @Override
  public void close() {
    clock.shutdownNow();
    evictions.ifPresent(Evictions::close);
    passes.close();
  }

  /**
   * A Pod that was stored while no webhook answered leaves no other trace than itself, so that somebody has to look without being told. Not all clusters at the same time, and not past a window for
   * evictions that opens sooner.
   */
  private synchronized void waitFor(Duration usual) {
    if (!clock.isShutdown()) {
      var now = means.clock().instant();
      var jittered = usual.plus(
          Duration.ofMillis((long) (usual.toMillis() * pace.chance().getAsDouble() / JITTER)));
      var next = means
          .evicting()
          .map(window -> window.untilOpen(now))
          .filter(opening -> !opening.isZero() && opening.compareTo(jittered) < 0)
          .orElse(jittered);
      var unused = clock.schedule(this::round, next.toMillis() + 1, TimeUnit.MILLISECONDS);
    }
  }

  private void round() {
    jaegerChanged();
    waitFor(pace.between());
  }

  private Outcome passed(String namespace) {
    try {
      var result = pass.of(namespace, complaints);
      findings.replace(namespace, result);
      report.tell(result.missed());
      evictions.ifPresent(repair -> repair.consider(result.missed()));
      return Outcome.DONE;
    } catch (ApiFailure failure) {
      return failed(namespace, failure);
    }
  }

  private Outcome failed(String namespace, ApiFailure failure) {
    if (clock.isShutdown()) {
      return Outcome.DONE;
    }
    var what = "Pods" + (namespace.isEmpty() ? "" : " of " + namespace)
        + " were not searched for missing sidecars: " + failure.getMessage();
    if (failure.code() == Pass.FORBIDDEN) {
      complaints.say(what);
      return Outcome.DONE;
    }
    LOG.atWarn().log(what);
    return Outcome.AGAIN;
  }

  private static void givenUp(String namespace) {
    LOG.atWarn()
        .log(
            "Pods{} cannot be searched for missing sidecars now; it is tried again within about an hour",
            namespace.isEmpty() ? "" : " of " + namespace);
  }
}
