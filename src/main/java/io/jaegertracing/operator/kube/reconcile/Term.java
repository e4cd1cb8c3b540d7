package io.jaegertracing.operator.kube.reconcile;

import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.cache.OwnedObjects;
import io.jaegertracing.operator.kube.reconcile.Tally.Result;
import io.jaegertracing.operator.kube.work.Threads;
import io.jaegertracing.operator.kube.work.WorkQueue;
import io.jaegertracing.operator.kube.work.WorkQueue.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the moment this replica leads until it leads no more: find out what the cluster serves, follow it, and look at each Jaeger that has changed. */
final class Term implements AutoCloseable, OwnedObjects.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Term.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  private final Reconciliation.Server server;
  private final Setup setup;
  private final Reconciliation.Pace pace;
  private final Clock clock;
  private final Reconciliation.Records records;
  private final ScheduledThreadPoolExecutor opening = Threads.named("reconcile-start", 1);
  private final WorkQueue<String> queue;
  private volatile @Nullable OwnedObjects owned;
  private volatile @Nullable Reconciler reconciler;

  Term(
      Reconciliation.Server server,
      Setup setup,
      Reconciliation.Pace pace,
      Clock clock,
      Reconciliation.Records records) {
    this.server = server;
    this.setup = setup;
    this.pace = pace;
    this.clock = clock;
    this.records = records;
    this.queue = new WorkQueue<>(
        "reconcile",
        pace.queue().get(),
        this::work,
        key -> LOG.atError().addKeyValue("jaeger", key).log("given up"),
        pace.hands());
  }

  void start() {
    opening.execute(this::open);
  }

  int length() {
    return queue.length();
  }

  Duration behind() {
    return queue.behind();
  }

  @Override
  public void jaegerChanged(String key) {
    if (isOpen()) {
      queue.add(key);
    }
  }

  /** Changes of one rollout come in bursts. */
  @Override
  public void changed(Optional<Child> before, Optional<Child> now) {
    var following = owned;
    if (isOpen() && following != null) {
      now.or(() -> before)
          .flatMap(child -> following.key(child.owner()))
          .ifPresent(key -> queue.add(key, pace.settling()));
    }
  }

  @Override
  public void settled() {
    var following = owned;
    if (following != null) {
      LOG.atInfo().addKeyValue("jaegers", following.jaegers().size()).log("reconciling");
      following.jaegers().forEach(queue::add);
    }
  }

  /** Nothing is begun any more, and what is being done is interrupted. */
  @Override
  public synchronized void close() {
    opening.shutdownNow();
    queue.close();
    records.census().end();
    var following = owned;
    if (following != null) {
      following.close();
    }
  }

  private synchronized void open() {
    if (opening.isShutdown()) {
      return;
    }
    try {
      var kinds = new ServedKinds(server.raw(), setup).read();
      var following = new OwnedObjects(server.api(), setup.watched(), kinds, this, clock);
      owned = following;
      reconciler = new Reconciler(
          setup,
          kinds,
          new Jaegers(server.raw()),
          new Applier(new LiveObjects(server.raw()), following, records.tally()),
          following,
          new Bulletin(new Jaegers(server.raw()), records.crier(), queue::add, clock),
          records.census());
      following.start();
    } catch (ApiFailure failure) {
      LOG.atWarn()
          .log("what the cluster serves is unknown, Jaegers wait: {}", failure.getMessage());
      var unused = opening.schedule(this::open, LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Before everything was read, what is missing cannot be told from what was not read yet. */
  private boolean isOpen() {
    var following = owned;
    return following != null && following.isSettled();
  }

  private Outcome work(String key) {
    var worker = reconciler;
    if (worker == null) {
      return Outcome.AGAIN;
    }
    var began = clock.instant();
    var result = tried(worker, key);
    records.tally().reconciled(result, Duration.between(began, clock.instant()));
    return result == Result.RETRIED || result == Result.FAILED ? Outcome.AGAIN : Outcome.DONE;
  }

  private static Result tried(Reconciler worker, String key) {
    try {
      return worker.reconcile(key);
    } catch (ApiFailure failure) {
      LOG.atWarn().addKeyValue("jaeger", key).log("to be tried again: {}", failure.getMessage());
      return Result.RETRIED;
    }
  }
}
