package io.jaegertracing.operator.kube.lookup;

import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Lookup.OfOwner;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.kube.rest.Api;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers questions about single objects in bounded time: from memory if it was asked a moment ago, else by one request for all who ask at once. */
public final class Lookups implements AutoCloseable {
  /** How much time and room there is. */
  record Bounds(Duration answer, int atOnce, int remembered) {
    static final Bounds USUAL = new Bounds(Duration.ofMillis(500), 64, 2_000);
  }

  private static final Duration OF_AN_OWNER = Duration.ofSeconds(30);
  private static final Duration OF_OTHERS = Duration.ofSeconds(5);
  private static final Duration OF_A_GAP = Duration.ofSeconds(1);

  private final Bounds bounds;
  private final Reads reads;
  private final Semaphore free;
  private final Remembered<Lookup, Answer> remembered;
  private final ConcurrentMap<Lookup, CompletableFuture<Answer>> underWay =
      new ConcurrentHashMap<>();
  private final ExecutorService workers;

  public Lookups(Api api, Watched watched, Clock clock) {
    this(api, watched, clock, Bounds.USUAL);
  }

  Lookups(Api api, Watched watched, Clock clock, Bounds bounds) {
    this.bounds = bounds;
    this.reads = new Reads(api, watched, clock, bounds.answer());
    this.free = new Semaphore(bounds.atOnce());
    this.remembered = new Remembered<>(clock, bounds.remembered());
    this.workers = workers();
  }

  /** Never fails, and blocks nobody; answered on any thread. */
  public CompletionStage<Map<Lookup, Answer>> answers(Set<Lookup> asked) {
    var answers = asked.stream().collect(Collectors.toMap(Function.identity(), this::answer));
    return CompletableFuture.allOf(answers.values().toArray(CompletableFuture<?>[]::new))
        .thenApply(all -> answers.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                Map.Entry::getKey, answer -> answer.getValue().join())));
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }

  private CompletableFuture<Answer> answer(Lookup lookup) {
    return remembered
        .get(lookup)
        .map(CompletableFuture::completedFuture)
        .orElseGet(() -> joined(lookup));
  }

  private CompletableFuture<Answer> joined(Lookup lookup) {
    var mine = new CompletableFuture<Answer>();
    var isFirst = new AtomicBoolean();
    var current = underWay.compute(lookup, (key, other) -> {
      // One that is done was learned too late or not at all: what could be remembered is.
      isFirst.set(other == null || other.isDone());
      return isFirst.get() ? mine : other;
    });
    if (!isFirst.get()) {
      return current;
    }
    CompletionStage<Answer> bounded =
        mine.completeOnTimeout(late(), bounds.answer().toMillis(), TimeUnit.MILLISECONDS);
    bounded.whenComplete((answer, never) -> underWay.remove(lookup, mine));
    if (free.tryAcquire()) {
      workers.execute(() -> read(lookup, mine));
    } else {
      mine.complete(
          new Answer.Unanswered(bounds.atOnce() + " other objects are being looked up already"));
    }
    return mine;
  }

  /** An answer that comes too late for this review is there for the next one. */
  private void read(Lookup lookup, CompletableFuture<Answer> asked) {
    reads.answer(lookup).whenComplete((answer, defect) -> {
      free.release();
      if (defect == null) {
        remember(lookup, answer);
        asked.complete(answer);
      } else {
        asked.complete(new Answer.Unanswered(defect.toString()));
      }
    });
  }

  private void remember(Lookup lookup, Answer answer) {
    if (answer instanceof Answer.Found) {
      remembered.put(lookup, answer, lookup instanceof OfOwner ? OF_AN_OWNER : OF_OTHERS);
    } else if (!(answer instanceof Answer.Unanswered)) {
      remembered.put(lookup, answer, OF_A_GAP);
    }
  }

  private Answer late() {
    return new Answer.Unanswered(
        "the API server did not answer within " + bounds.answer().toMillis() + " ms");
  }

  /** Two are enough: they start requests, and wait for none. */
  private static ExecutorService workers() {
    return Executors.newFixedThreadPool(2, task -> {
      var thread = new Thread(task, "lookups");
      thread.setDaemon(true);
      return thread;
    });
  }
}
