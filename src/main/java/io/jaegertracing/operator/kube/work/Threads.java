package io.jaegertracing.operator.kube.work;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Threads of our own, since calls of the API server block; none keeps the process from ending. */
public final class Threads {
  private Threads() {}

  public static ScheduledThreadPoolExecutor named(String name, int threads) {
    return new ScheduledThreadPoolExecutor(threads, task -> {
      var thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    });
  }
}
