package io.jaegertracing.operator.support.cluster;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Waits for what nothing announces: it looks again and again, and gives up after a generous while. */
public final class Eventually {
  private Eventually() {}

  public static void holds(String what, Duration limit, BooleanSupplier looked) {
    var seen = new CompletableFuture<Void>();
    var timer = Executors.newSingleThreadScheduledExecutor();
    try {
      var looking =
          timer.scheduleWithFixedDelay(() -> look(looked, seen), 0, 50, TimeUnit.MILLISECONDS);
      seen.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      looking.cancel(false);
    } catch (TimeoutException never) {
      throw new AssertionError("not within " + limit.toSeconds() + " s: " + what, never);
    } catch (ExecutionException failure) {
      throw new AssertionError("failed while waiting: " + what, failure.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting: " + what, stopped);
    } finally {
      timer.shutdownNow();
    }
  }

  private static void look(BooleanSupplier looked, CompletableFuture<Void> seen) {
    try {
      if (looked.getAsBoolean()) {
        seen.complete(null);
      }
    } catch (RuntimeException failure) {
      seen.completeExceptionally(failure);
    }
  }
}
