package io.jaegertracing.operator.kube.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.RawApi;
import io.jaegertracing.operator.kube.work.Threads;
import io.jaegertracing.operator.kube.work.TokenBucket;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people, in an Event of their workload, what came out for it. The same is told once in ten minutes, not more than one thing of a kind in a minute, and never so much that it would
 * burden the cluster. To tell costs the caller nothing; what cannot be told in time is counted and forgotten.
 */
public final class Events implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Events.class);
  private static final Duration SAME = Duration.ofMinutes(10);
  private static final Duration SAME_TOPIC = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 10_000;
  private static final int PER_SECOND = 10;
  private static final int BURST = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration END = Duration.ofSeconds(1);

  private enum Result {
    WRITTEN,
    REPEATED,
    LIMITED,
    DROPPED,
    NOT_STORED,
    FAILED
  }

  /** How long to wait until an object that is being created can be seen, and how many remarks may wait. */
  public record Limits(Duration delay, int most) {
    public static final Limits USUAL = new Limits(Duration.ofSeconds(1), 1_000);
  }

  /** Both clocks: one to write down, one to measure with. */
  public record Time(Clock wall, LongSupplier nanos) {}

  private final RawApi api;
  private final EventTree trees;
  private final Limits limits;
  private final Time time;
  private final MeterRegistry registry;
  private final ScheduledThreadPoolExecutor writer = Threads.named("events", 1);

  /** As many tasks wait as remarks, so that each task finds one. */
  private final Deque<Remark> waiting = new ArrayDeque<>();

  /** Of the writer alone, as are the next ones. */
  private final Recent texts;

  private final Recent topics;
  private final TokenBucket bucket;
  private String lastComplaint = "";

  /** The instance is this process among all those of the operator: the name of its Pod. */
  public Events(RawApi api, String instance, Limits limits, Time time, MeterRegistry registry) {
    this.api = api.patient(PATIENCE);
    this.trees = new EventTree(instance);
    this.limits = limits;
    this.time = time;
    this.registry = registry;
    this.texts = new Recent(SAME, MOST_REMEMBERED, time.nanos());
    this.topics = new Recent(SAME_TOPIC, MOST_REMEMBERED, time.nanos());
    this.bucket = new TokenBucket(PER_SECOND, BURST, time.nanos());
  }

  /** May be called on an event loop, with any verdict. */
  public void tell(Review review, Verdict verdict) {
    Remark.of(review, verdict).ifPresent(this::offer);
  }

  /** What became of an object that was read; the action and the reason are one word each. */
  public void tell(JsonNode object, String action, String reason, boolean warning, String note) {
    offer(Remark.of(object, action, reason, warning, note));
  }

  /** Writes what it can in a second. */
  @Override
  public void close() {
    synchronized (this) {
      if (writer.isShutdown()) {
        return;
      }
      writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
      writer.execute(this::rest);
      writer.shutdown();
    }
    try {
      if (!writer.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
        writer.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      writer.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void offer(Remark remark) {
    if (writer.isShutdown()) {
      return;
    }
    waiting.addLast(remark);
    if (waiting.size() > limits.most()) {
      waiting.removeFirst();
      count(Result.DROPPED);
    } else {
      var unused = writer.schedule(this::one, limits.delay().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private synchronized @Nullable Remark next() {
    return waiting.pollFirst();
  }

  private void rest() {
    while (!Thread.currentThread().isInterrupted() && one()) {
      // Until nothing is left.
    }
  }

  /** Whether there was one. */
  private boolean one() {
    var remark = next();
    if (remark != null) {
      count(told(remark));
    }
    return remark != null;
  }

  private Result told(Remark remark) {
    if (texts.has(remark.text())) {
      return Result.REPEATED;
    }
    if (topics.has(remark.topic()) || !bucket.take()) {
      return Result.LIMITED;
    }
    try {
      return written(remark);
    } catch (ApiFailure failure) {
      return failed(failure);
    } catch (RuntimeException defect) {
      LOG.atError().setCause(defect).log("an event could not be made");
      return Result.FAILED;
    }
  }

  /** Without the uid of the object, kubectl describe would not show it. */
  private Result written(Remark remark) {
    var about = remark.regarding();
    var uid = about.uid().isEmpty()
        ? api.getMetadata(about.path()).at("/metadata/uid").asText()
        : about.uid();
    api.post(EventTree.collection(remark), trees.of(remark, uid, time.wall().instant()));
    texts.add(remark.text());
    topics.add(remark.topic());
    return Result.WRITTEN;
  }

  private Result failed(ApiFailure failure) {
    if (failure.isAbsence()) {
      return Result.NOT_STORED;
    }
    var complaint = String.valueOf(failure.getMessage());
    if (!complaint.equals(lastComplaint)) {
      LOG.atWarn().log("an event was not written: {}", complaint);
    }
    lastComplaint = complaint;
    return Result.FAILED;
  }

  private void count(Result result) {
    registry
        .counter(
            "jaeger_operator_events",
            "result",
            result.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .increment();
  }
}
