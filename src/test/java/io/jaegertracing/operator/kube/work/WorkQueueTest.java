package io.jaegertracing.operator.kube.work;

import io.jaegertracing.operator.kube.work.WorkQueue.Outcome;
import io.jaegertracing.operator.support.cluster.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkQueueTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Queue<String> done = new ConcurrentLinkedQueue<>();
  private final Queue<String> givenUp = new ConcurrentLinkedQueue<>();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger mostInside = new AtomicInteger();
  private WorkQueue<String> queue = queue(key -> Outcome.DONE);

  @AfterEach
  void end() {
    gate.countDown();
    queue.close();
  }

  @Test
  void doesOnceWhatIsAskedForOftenBeforeItBegins() {
    queue = queue(this::behindTheGate);
    queue.add("first");
    queue.add("second");
    eventually("both hands are busy", () -> inside.get() == 2);
    List.of("third", "third", "third").forEach(queue::add);
    assertThat(queue.length()).isEqualTo(3);
    gate.countDown();
    eventually("all is done", () -> queue.length() == 0);
    assertThat(done).containsExactlyInAnyOrder("first", "second", "third");
  }

  @Test
  void doesOnceMoreWhatIsAskedForMeanwhileButNeverTwiceAtATime() {
    queue = queue(this::behindTheGate);
    queue.add("key");
    eventually("it is being done", () -> inside.get() == 1);
    queue.add("key");
    queue.add("key");
    gate.countDown();
    eventually("all is done", () -> queue.length() == 0);
    assertThat(done).containsExactly("key", "key");
    assertThat(mostInside).hasValue(1);
  }

  @Test
  void triesAgainAndThenGivesUp() {
    queue = queue(key -> {
      done.add(key);
      return Outcome.AGAIN;
    });
    queue.add("hopeless");
    eventually("it is given up", () -> !givenUp.isEmpty());
    assertThat(done).hasSize(3);
    assertThat(givenUp).containsExactly("hopeless");
    assertThat(queue.length()).isZero();
  }

  @Test
  void aDefectCountsAsAFailure() {
    queue = queue(key -> {
      throw new IllegalStateException("broken on purpose");
    });
    queue.add("broken");
    eventually("it is given up", () -> givenUp.contains("broken"));
  }

  @Test
  void oneThatFailsHoldsUpNoOther() {
    var slow = new Backoff(Duration.ofHours(1), Duration.ofHours(1), 3);
    queue = new WorkQueue<>("test", pace(slow), this::failsForBad, givenUp::add, 1);
    queue.add("bad");
    eventually("it failed", () -> done.contains("bad"));
    queue.add("good");
    eventually("the other is done", () -> done.contains("good"));
    assertThat(queue.length()).isEqualTo(1);
  }

  @Test
  void startsOverAfterASuccess() {
    var tries = new AtomicInteger();
    queue = queue(key -> tries.incrementAndGet() % 3 == 0 ? Outcome.DONE : Outcome.AGAIN);
    queue.add("flaky");
    eventually("it is done", () -> queue.length() == 0);
    queue.add("flaky");
    eventually("it is done again", () -> queue.length() == 0);
    assertThat(tries).hasValue(6);
    assertThat(givenUp).isEmpty();
  }

  @Test
  void doesNothingAfterItsEnd() {
    queue.close();
    queue.add("late");
    assertThat(queue.length()).isZero();
  }

  private Outcome failsForBad(String key) {
    done.add(key);
    return key.equals("bad") ? Outcome.AGAIN : Outcome.DONE;
  }

  private Outcome behindTheGate(String key) {
    mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
    try {
      gate.await();
      done.add(key);
      return Outcome.DONE;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Outcome.AGAIN;
    } finally {
      inside.decrementAndGet();
    }
  }

  private WorkQueue<String> queue(WorkQueue.Work<String> work) {
    var quick = new Backoff(Duration.ofNanos(1), Duration.ofNanos(1), 3);
    return new WorkQueue<>("test", pace(quick), work, givenUp::add, 2);
  }

  private static WorkQueue.Pace pace(Backoff backoff) {
    return new WorkQueue.Pace(new TokenBucket(1e6, 1000, System::nanoTime), backoff, () -> 1);
  }

  private static void eventually(String what, BooleanSupplier looked) {
    Eventually.holds(what, LIMIT, looked);
  }
}
