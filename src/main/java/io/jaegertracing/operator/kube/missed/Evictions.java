package io.jaegertracing.operator.kube.missed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.core.admission.injection.Inspection.Step;
import io.jaegertracing.operator.core.inject.verification.EvictionWindow;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.missed.Tally.Result;
import io.jaegertracing.operator.kube.work.Threads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for evictions of Pods that come back with their sidecar: seldom, one Pod of an owner at a time, never against a PodDisruptionBudget, and not again where it did not help. Nothing is ever deleted.
 */
final class Evictions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Evictions.class);
  private static final Duration END = Duration.ofSeconds(1);
  private static final int TOO_MANY_REQUESTS = 429;

  /**
   * What is evicted with.
   *
   * @param evicted told of the namespace in which a Pod was evicted
   */
  record Means(Pass pass, Report report, Tally tally, Clock clock, Consumer<String> evicted) {}

  /**
   * One Pod of an owner, the first to be evicted.
   *
   * @param known all Pods of the owner that are without their sidecar
   */
  private record Waiting(
      String owner, Missed missed, Set<String> known, int failures, Instant notBefore) {}

  private final EvictionWindow window;
  private final MissedInjections.Pace.Evicting pace;
  private final Means means;
  private final Complaints complaints;
  private final ScheduledThreadPoolExecutor hands = Threads.named("missed-evictions", 1);
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();
  private final History history;
  private boolean ticking;
  private boolean attempted;

  Evictions(
      EvictionWindow window,
      MissedInjections.Pace.Evicting pace,
      Means means,
      Complaints complaints) {
    this.window = window;
    this.pace = pace;
    this.means = means;
    this.complaints = complaints;
    this.history = new History(pace.rest());
  }

  /** What a pass found; owners are told apart by the uid of the topmost. */
  synchronized void consider(List<Missed> found) {
    found.stream()
        .filter(Missed::isWorthAnEviction)
        .collect(Collectors.groupingBy(Missed::topOwner, LinkedHashMap::new, Collectors.toList()))
        .forEach(this::consider);
    if (!waiting.isEmpty() && !ticking && !hands.isShutdown()) {
      ticking = true;
      hands.execute(this::tick);
    }
  }

  /** Nothing is begun any more, and what is being done is interrupted. */
  @Override
  public void close() {
    hands.shutdownNow();
    try {
      if (!hands.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.atWarn().log("an eviction was still being asked for at the end");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void consider(String owner, List<Missed> missed) {
    var first = missed.get(0);
    if (history.isNewlyDisappointing(owner, missed)) {
      waiting.remove(owner);
      LOG.atWarn()
          .addKeyValue("controller", Report.controller(first))
          .log(
              "a Pod that was made after an eviction is without its sidecar again; no more Pods of this controller are evicted");
    }
    var now = means.clock().instant();
    if (history.isUseless()) {
      waiting.clear();
      complaints.say(
          "new Pods are without their sidecar, too; no more Pods are evicted until the operator is started again or another replica leads");
    } else if (window.isOpen(now) && history.mayLose(owner, now) && !waiting.containsKey(owner)) {
      waiting.put(owner, new Waiting(owner, first, History.uids(missed), 0, now));
    }
  }

  /** Once more after the last one, so that whatever comes next keeps its distance. */
  private void tick() {
    try {
      next().ifPresent(this::attempt);
    } finally {
      again();
    }
  }

  private synchronized void again() {
    ticking = !hands.isShutdown() && (!waiting.isEmpty() || attempted);
    attempted = false;
    if (ticking) {
      var unused = hands.schedule(this::tick, pace.interval().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private synchronized Optional<Waiting> next() {
    var now = means.clock().instant();
    if (!window.isOpen(now)) {
      waiting.clear(); // The next pass within the window finds them again.
    }
    // What a pass finds while a Pod of the same owner is being evicted comes too early.
    waiting.values().removeIf(one -> !history.mayLose(one.owner(), now));
    var next =
        waiting.values().stream().filter(one -> !now.isBefore(one.notBefore())).findFirst();
    next.ifPresent(one -> waiting.remove(one.owner()));
    attempted = next.isPresent();
    return next;
  }

  private void attempt(Waiting one) {
    try {
      var step = means.pass().inspected(one.missed().pod());
      if (step.filter(Step.Missed.class::isInstance)
          .map(Step.Missed.class::cast)
          .filter(still -> still.objection().isEmpty())
          .isPresent()) {
        evict(one);
      } else {
        means.tally().count(Result.CHANGED);
      }
    } catch (ApiFailure failure) {
      failed(one, failure);
    }
  }

  private void evict(Waiting one) {
    var pod = one.missed().pod();
    var unused = means.pass().workloads().api().postOnce(pod.path() + "/eviction", eviction(pod));
    synchronized (this) {
      history.add(one.owner(), means.clock().instant(), one.known());
    }
    means.tally().count(Result.EVICTED);
    means.report().evicted(one.missed());
    means.evicted().accept(pod.namespace());
  }

  private void failed(Waiting one, ApiFailure failure) {
    if (failure.isAbsence() || failure.isConflict()) {
      means.tally().count(Result.CHANGED); // It is gone, or another one has its name.
    } else if (failure.isWorthAnotherTry()) {
      means.tally().count(failure.code() == TOO_MANY_REQUESTS ? Result.DELAYED : Result.RETRIED);
      later(one, failure);
    } else {
      means.tally().count(Result.REFUSED);
      complaints.say("Pods without their sidecar are not evicted: " + failure.getMessage());
    }
  }

  private void later(Waiting one, ApiFailure failure) {
    var failures = one.failures() + 1;
    var pause = pace.backoff().after(failures, pace.chance().getAsDouble());
    if (pause.isEmpty()) {
      means.tally().count(Result.GIVEN_UP);
      LOG.atWarn()
          .addKeyValue("pod", one.missed().pod())
          .log("not evicted, although it is without its sidecar: {}", failure.getMessage());
      return;
    }
    synchronized (this) {
      waiting.putIfAbsent(
          one.owner(),
          new Waiting(
              one.owner(),
              one.missed(),
              one.known(),
              failures,
              means.clock().instant().plus(pause.get())));
    }
  }

  private static JsonNode eviction(PodName pod) {
    var eviction = JsonNodeFactory.instance.objectNode();
    eviction.put("apiVersion", "policy/v1").put("kind", "Eviction");
    eviction.putObject("metadata").put("name", pod.name()).put("namespace", pod.namespace());
    eviction.putObject("deleteOptions").putObject("preconditions").put("uid", pod.uid());
    return eviction;
  }
}
