package io.jaegertracing.operator.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must be closed at the end: in reverse order, each within its time, whatever became of the others. */
public final class Closers {
  private static final Logger LOG = LoggerFactory.getLogger(Closers.class);

  private record Closer(String name, Duration bound, Supplier<Future<?>> close) {}

  private final Deque<Closer> lastFirst = new ArrayDeque<>();
  private final Promise<Void> closed = Promise.promise();
  private @Nullable Future<Void> closing;

  public synchronized void add(String name, Duration bound, Supplier<Future<?>> close) {
    lastFirst.push(new Closer(name, bound, close));
  }

  /** Never fails; a second call joins the first. */
  public synchronized Future<Void> closeAll() {
    if (closing == null) {
      closing = lastFirst.stream()
          .reduce(
              Future.<Void>succeededFuture(),
              (before, closer) -> before.compose(done -> closed(closer)),
              (left, right) -> right)
          .onComplete(done -> closed.complete());
    }
    return closing;
  }

  /** Done when somebody else closed everything. */
  public Future<Void> closed() {
    return closed.future();
  }

  /** A signal ends the program only after everything is closed, and then at once: this was no failure. After an end without one, its exit code counts. */
  public void closeOnSignal(Runnable quit) {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(
            () -> {
              if (!closed.future().isComplete()) {
                await(closeAll());
                quit.run();
              }
            },
            "closers"));
  }

  private static void await(Future<Void> all) {
    all.toCompletionStage().toCompletableFuture().join();
  }

  private static Future<Void> closed(Closer closer) {
    return bounded(closer).transform((done, failure) -> {
      if (failure != null) {
        LOG.atWarn()
            .addKeyValue("part", closer.name())
            .setCause(failure)
            .log("not closed in order");
      }
      return Future.succeededFuture();
    });
  }

  /** Timed by the JDK: the timers of Vert.x end with it, and it is one of those to be closed. */
  private static Future<?> bounded(Closer closer) {
    CompletableFuture<?> closed = Future.<Void>succeededFuture()
        .compose(start -> closer.close().get())
        .toCompletionStage()
        .toCompletableFuture();
    return Future.fromCompletionStage(
        closed.orTimeout(closer.bound().toMillis(), TimeUnit.MILLISECONDS));
  }
}
