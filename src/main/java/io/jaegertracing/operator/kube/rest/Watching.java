package io.jaegertracing.operator.kube.rest;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A watch that was asked for: it ends by itself, by a failure, or when it is cancelled. */
public final class Watching {
  private final CompletableFuture<Void> begun = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final CompletableFuture<AsyncBody> body = new CompletableFuture<>();

  /** Done when the API server agreed. */
  public CompletionStage<Void> begun() {
    return begun;
  }

  /** Done when nothing comes any more, with the failure if that was the cause. */
  public CompletionStage<Void> ended() {
    return ended;
  }

  /** Also ends a watch to which the API server only agrees later. */
  public void cancel() {
    ended.complete(null);
    whenBegun(AsyncBody::cancel);
  }

  void begin(AsyncBody events) {
    begun.complete(null);
    body.complete(events);
    CompletionStage<Void> done = events.done();
    done.whenComplete((nothing, failure) -> end(failure));
  }

  private void whenBegun(Consumer<AsyncBody> action) {
    CompletionStage<AsyncBody> events = body;
    events.thenAccept(action);
  }

  void end(@Nullable Throwable failure) {
    if (failure == null) {
      ended.complete(null);
    } else {
      ended.completeExceptionally(failure);
    }
  }
}
