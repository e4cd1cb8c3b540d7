package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.Shell;
import io.jaegertracing.operator.cli.Invocation;
import io.jaegertracing.operator.kube.RawApi;
import io.jaegertracing.operator.kube.leading.Leader;
import io.jaegertracing.operator.kube.leading.Leadership;
import io.jaegertracing.operator.kube.leading.Watch;
import io.vertx.core.Future;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Lets this replica act: at once when it is the only one, else when it holds the Lease. */
record Leading(Invocation invocation, Shell shell) {
  /** Ended before anything that was opened earlier is closed. */
  void begin(RawApi api, Leadership leadership, Serving serving) {
    if (!invocation.settings().operations().leaderElect()) {
      leadership.begins();
      end(serving, leadership::ends);
      return;
    }
    var leader = new Leader(
        api,
        candidate(),
        Leader.Times.USUAL,
        new Watch(shell.clock(), System::nanoTime),
        leadership);
    leader.start();
    end(serving, leader::close);
  }

  private Leader.Candidate candidate() {
    var scope = invocation.settings().scope();
    var namespace = scope
        .namespace()
        .orElseThrow(() -> new Failure(
            Exit.USAGE,
            "--leader-elect needs a namespace for its lease, and this is not a Pod",
            "set POD_NAMESPACE, or leave --leader-elect out"));
    var host = shell.environment().getOrDefault("HOSTNAME", scope.operatorName());
    return new Leader.Candidate(namespace, host + "_" + UUID.randomUUID());
  }

  /** On a thread of its own, since the call that gives the Lease back blocks. */
  private static void end(Serving serving, Runnable end) {
    serving
        .closers()
        .add(
            "leadership",
            Serving.CLOSING,
            () -> Future.fromCompletionStage(CompletableFuture.runAsync(end)));
  }
}
