package io.jaegertracing.operator.kube.platform;

import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.RawApi;
import io.jaegertracing.operator.kube.cache.CapabilityWatch.Sign;
import io.jaegertracing.operator.kube.work.Backoff;
import io.jaegertracing.operator.kube.work.Threads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every OpenShift serves the group of Routes, and nobody else should: asked for until the API server says yes or no. */
public final class RouteGroup implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RouteGroup.class);
  private static final String PATH = "/apis/route.openshift.io";

  /** There is one whoever serves the group: another server, or the API server itself from a definition. */
  public static final Sign SIGN = new Sign(
      "the APIService v1.route.openshift.io",
      "/apis/apiregistration.k8s.io/v1/apiservices",
      "v1.route.openshift.io");

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final RawApi api;
  private final ScheduledThreadPoolExecutor threads = Threads.named("platform", 1);

  public RouteGroup(RawApi api) {
    this.api = api.patient(PATIENCE);
    threads.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Fails with the last ApiFailure when there was no sure answer after all tries. */
  public CompletionStage<Boolean> isServed(Backoff tries) {
    var question = new Question(tries);
    threads.execute(question::ask);
    return question.answer;
  }

  void later(Duration pause, Runnable task) {
    var unused = threads.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What was not answered by then never is. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private final class Question {
    private final Backoff tries;
    private final CompletableFuture<Boolean> answer = new CompletableFuture<>();
    private int failures;

    Question(Backoff tries) {
      this.tries = tries;
    }

    void ask() {
      try {
        var unused = api.get(PATH);
        answer.complete(true);
      } catch (ApiFailure failure) {
        if (failure.isAbsence()) {
          answer.complete(false);
        } else if (!threads.isShutdown()) {
          failed(failure);
        }
      }
    }

    private void failed(ApiFailure failure) {
      failures++;
      var pause = tries.after(failures, ThreadLocalRandom.current().nextDouble());
      if (pause.isEmpty()) {
        answer.completeExceptionally(failure);
        return;
      }
      if (failures == 1) {
        LOG.atWarn()
            .log(
                "whether this is OpenShift is unknown, to be asked again: {}",
                failure.getMessage());
      }
      later(pause.get(), this::ask);
    }
  }
}
