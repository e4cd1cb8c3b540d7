package io.jaegertracing.operator.kube.work;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
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

  /** When a key may be worked on at the earliest, and when it will be. */
  private record Turn(long free, long due, ScheduledFuture<?> task) {}

  private final Work<K> work;
  private final Consumer<K> givenUp;
  private final Pace pace;
  private final ScheduledThreadPoolExecutor hands;

  private final Map<K, Turn> waiting = new HashMap<>();
  private final Set<K> running = new HashSet<>();
  private final Map<K, Duration> askedAgain = new HashMap<>();
  private final Map<K, Integer> failures = new HashMap<>();

  public WorkQueue(String name, Pace pace, Work<K> work, Consumer<K> givenUp, int hands) {
    this.work = work;
    this.givenUp = givenUp;
    this.pace = pace;
    this.hands = Threads.named(name, hands);
    this.hands.setRemoveOnCancelPolicy(true);
  }

  /** Once more than now, when it is just being worked on: what is asked for may have come too late for that. One that waits after a failure waits no longer. */
  public void add(K key) {
    add(key, Duration.ZERO);
  }

  /** After a pause at most, in which more may be asked for. */
  public synchronized void add(K key, Duration pause) {
    if (running.contains(key)) {
      askedAgain.merge(key, pause, (one, other) -> one.compareTo(other) < 0 ? one : other);
    } else {
      later(key, pause);
    }
  }

  public synchronized int length() {
    return waiting.size() + running.size();
  }

  /** How long the one that waits longest could have been begun. */
  public synchronized Duration behind() {
    var now = System.nanoTime();
    return Duration.ofNanos(waiting.values().stream()
        .mapToLong(turn -> Math.max(0, now - turn.due()))
        .max()
        .orElse(0));
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

  /** One that waits longer than that comes forward, but never before its turn in the rate. */
  private void later(K key, Duration pause) {
    if (hands.isShutdown()) {
      return;
    }
    var now = System.nanoTime();
    var earlier = waiting.get(key);
    var free = earlier == null ? now + pace.bucket().reserve().toNanos() : earlier.free();
    var due = now + Math.max(pause.toNanos(), free - now);
    if (earlier != null) {
      if (earlier.due() - due <= 0) {
        return;
      }
      earlier.task().cancel(false);
    }
    var task = hands.schedule(() -> run(key), due - now, TimeUnit.NANOSECONDS);
    waiting.put(key, new Turn(free, due, task));
  }

  private void run(K key) {
    synchronized (this) {
      if (waiting.remove(key) == null) {
        return; // It came forward while this was about to begin.
      }
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
    var asked = Optional.ofNullable(askedAgain.remove(key));
    if (outcome == Outcome.DONE) {
      failures.remove(key);
      asked.ifPresent(pause -> later(key, pause));
      return false;
    }
    var failed = failures.merge(key, 1, Integer::sum);
    var pause = pace.backoff().after(failed, pace.chance().getAsDouble());
    pause.ifPresentOrElse(wait -> later(key, wait), () -> failures.remove(key));
    return pause.isEmpty();
  }
}
