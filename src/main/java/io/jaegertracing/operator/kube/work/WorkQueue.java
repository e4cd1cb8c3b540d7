package io.jaegertracing.operator.kube.work;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys that something has to be done for: each is queued once, in one pair of hands at a time, and tried again with growing pauses that hold up no other.
 */
public final class WorkQueue<K> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);
  private static final Duration END = Duration.ofSeconds(1);

  /** What is done for a key, on a thread of the queue. */
  public interface Work<K> {
    Outcome on(K key);
  }

  public enum Outcome {
    DONE,
    AGAIN
  }

  /** How fast, and how patiently. */
  public record Pace(TokenBucket bucket, Backoff backoff, DoubleSupplier chance) {}

  private final Work<K> work;
  private final Consumer<K> givenUp;
  private final Pace pace;
  private final ScheduledThreadPoolExecutor hands;

  private final Set<K> waiting = new HashSet<>();
  private final Set<K> running = new HashSet<>();
  private final Set<K> askedAgain = new HashSet<>();
  private final Map<K, Integer> failures = new HashMap<>();

  public WorkQueue(String name, Pace pace, Work<K> work, Consumer<K> givenUp, int hands) {
    this.work = work;
    this.givenUp = givenUp;
    this.pace = pace;
    this.hands = Threads.named(name, hands);
  }

  /** Once more than now, when it is just being worked on: what is asked for may have come too late for that. */
  public synchronized void add(K key) {
    if (running.contains(key)) {
      askedAgain.add(key);
    } else {
      later(key, Duration.ZERO);
    }
  }

  public synchronized int length() {
    return waiting.size() + running.size();
  }

  /** Leaves undone what is not done; what is being done is interrupted. */
  @Override
  public void close() {
    synchronized (this) {
      hands.shutdownNow();
      waiting.clear();
    }
    try {
      if (!hands.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.atWarn().log("work was still going on at the end");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void later(K key, Duration pause) {
    if (!hands.isShutdown() && waiting.add(key)) {
      var delay = pause.plus(pace.bucket().reserve());
      var unused = hands.schedule(() -> run(key), delay.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void run(K key) {
    synchronized (this) {
      waiting.remove(key);
      running.add(key);
    }
    var outcome = Outcome.AGAIN;
    try {
      outcome = work.on(key);
    } catch (RuntimeException defect) {
      LOG.atError().addKeyValue("key", key).setCause(defect).log("work broke");
    }
    if (finish(key, outcome)) {
      givenUp.accept(key);
    }
  }

  /** Whether that was the last try. */
  private synchronized boolean finish(K key, Outcome outcome) {
    running.remove(key);
    var fresh = askedAgain.remove(key);
    if (outcome == Outcome.DONE) {
      failures.remove(key);
      if (fresh) {
        later(key, Duration.ZERO);
      }
      return false;
    }
    var failed = failures.merge(key, 1, Integer::sum);
    var pause = pace.backoff().after(failed, pace.chance().getAsDouble());
    pause.ifPresentOrElse(wait -> later(key, wait), () -> failures.remove(key));
    return pause.isEmpty();
  }
}
