package io.jaegertracing.operator.kube.reconcile;

import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.cache.CapabilityWatch;
import io.jaegertracing.operator.kube.cache.OwnedObjects;
import io.jaegertracing.operator.kube.cache.ReferencedObjects;
import io.jaegertracing.operator.kube.reconcile.numbers.Tally.Result;
import io.jaegertracing.operator.kube.reconcile.setup.Capabilities;
import io.jaegertracing.operator.kube.reconcile.setup.Setup;
import io.jaegertracing.operator.kube.secrets.Safe;
import io.jaegertracing.operator.kube.work.Alarms;
import io.jaegertracing.operator.kube.work.Threads;
import io.jaegertracing.operator.kube.work.WorkQueue;
import io.jaegertracing.operator.kube.work.WorkQueue.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the moment this replica leads until it leads no more: find out what the cluster serves, follow it, and look at each Jaeger that has changed. */
final class Term implements AutoCloseable, OwnedObjects.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Term.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  /** No Jaeger, but what those left behind that are gone. */
  private static final String LEFTOVERS = "";

  private final Reconciliation.Server server;
  private final Setup setup;
  private final Reconciliation.Pace pace;
  private final Clock clock;
  private final Reconciliation.Records records;
  private final ScheduledThreadPoolExecutor opening = Threads.named("reconcile-start", 1);
  private final WorkQueue<String> queue;
  private final ReferencedObjects referenced;
  private final Alarms alarms;
  private volatile @Nullable OwnedObjects owned;
  private volatile @Nullable Reconciler reconciler;
  private @Nullable Capabilities capabilities;
  private @Nullable CapabilityWatch capabilityWatch;
  private volatile @Nullable Leftovers leftovers;

  Term(
      Reconciliation.Server server,
      Setup setup,
      Reconciliation.Pace pace,
      Clock clock,
      Reconciliation.Records records) {
    this.server = server;
    this.setup = setup;
    this.pace = pace;
    this.opening.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    this.clock = clock;
    this.records = records;
    this.queue = new WorkQueue<>(
        "reconcile",
        pace.queue().get(),
        this::work,
        key -> LOG.atError().addKeyValue("jaeger", key).log("given up"),
        pace.hands());
    this.referenced = new ReferencedObjects(
        server.api(),
        Reconciliation.MOST_REFERENCED,
        key -> queue.add(key, pace.settling()),
        clock);
    this.alarms = new Alarms(clock, queue::add);
  }

  void start() {
    opening.execute(this::begin);
  }

  int length() {
    return queue.length();
  }

  int referenced() {
    return referenced.size();
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
      // Whoever takes the owner away takes the object from us, and only what was before tells whose
      // it was.
      Stream.of(before, now)
          .flatMap(Optional::stream)
          .flatMap(child -> following.key(child).stream())
          .distinct()
          .forEach(key -> queue.add(key, pace.settling()));
    }
  }

  @Override
  public void settled() {
    var following = owned;
    if (following != null) {
      LOG.atInfo().addKeyValue("jaegers", following.jaegers().size()).log("reconciling");
      queue.add(LEFTOVERS);
      following.jaegers().forEach(queue::add);
    }
  }

  /** Nothing is begun any more, and what is being done is interrupted. */
  @Override
  public synchronized void close() {
    opening.shutdownNow();
    alarms.close();
    queue.close();
    referenced.close();
    records.census().end();
    if (capabilityWatch != null) {
      capabilityWatch.close();
    }
    var following = owned;
    if (following != null) {
      following.close();
    }
  }

  /** What is installed later is noticed; with rights for some namespaces only nobody may look. */
  private synchronized void begin() {
    if (!setup.watched().isOfTheWholeCluster()) {
      open();
      return;
    }
    var watch = new CapabilityWatch(server.api(), setup.signs(), new Noticing(), clock);
    capabilityWatch = watch;
    watch.start();
  }

  private synchronized void open() {
    if (opening.isShutdown()) {
      return;
    }
    try {
      var found = Capabilities.read(
          server.raw(),
          setup,
          Optional.ofNullable(capabilityWatch).flatMap(CapabilityWatch::defaultIngressClass));
      var following = owned;
      if (following == null || !found.equals(capabilities)) {
        follow(found);
      } else {
        following.hurry();
      }
    } catch (ApiFailure failure) {
      LOG.atWarn()
          .log("what the cluster serves is unknown, Jaegers wait: {}", failure.getMessage());
      after(LOOK_AGAIN, this::open);
    }
  }

  /** With other capabilities other kinds are followed, and every Jaeger may become something else. */
  private void follow(Capabilities found) {
    var before = owned;
    if (before != null) {
      LOG.atInfo().log("the cluster can do something else now, all Jaegers are looked at again");
      before.close();
    }
    var following = new OwnedObjects(server.api(), setup.watched(), found.kinds(), this, clock);
    var applier = new Applier(new LiveObjects(server.raw()), following, records.tally());
    capabilities = found;
    owned = following;
    leftovers = new Leftovers(server.raw(), following, applier);
    reconciler = new Reconciler(
        setup,
        found,
        new Jaegers(server.raw()),
        new Surroundings(server.raw(), found.kinds()),
        applier,
        new Vault(new Safe(server.raw(), clock), applier, alarms::set),
        new LastWords(server.raw()),
        following,
        referenced,
        new Bulletin(new Jaegers(server.raw()), records.crier(), queue::add, clock),
        records.census());
    following.start();
  }

  /** Nothing after the end. */
  private void after(Duration pause, Runnable task) {
    var unused = opening.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What is installed brings several definitions at once. */
  private final class Noticing implements CapabilityWatch.Listener {
    private final AtomicBoolean noticed = new AtomicBoolean();

    @Override
    public void settled() {
      after(Duration.ZERO, Term.this::open);
    }

    @Override
    public void changed() {
      if (noticed.compareAndSet(false, true)) {
        after(pace.settling(), Term.this::open);
        // What is defined now may be served a little later.
        after(LOOK_AGAIN, this::lookAgain);
      }
    }

    private void lookAgain() {
      noticed.set(false);
      open();
    }
  }

  /** Before everything was read, what is missing cannot be told from what was not read yet. */
  private boolean isOpen() {
    var following = owned;
    return following != null && following.isSettled();
  }

  private Outcome work(String key) {
    var worker = reconciler;
    var sweeper = leftovers;
    if (worker == null || sweeper == null || !isOpen()) {
      return Outcome.DONE; // Once all is read, all are looked at.
    }
    if (key.equals(LEFTOVERS)) {
      return sweeper.sweep();
    }
    var began = clock.instant();
    var result = tried(worker, key);
    if (result == Result.GONE) {
      queue.add(LEFTOVERS);
    }
    if (result == Result.WROTE) {
      queue.add(key, pace.settling());
    }
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
