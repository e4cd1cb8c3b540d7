package io.jaegertracing.operator.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The event loops that serve requests; asks each for a sign of life. */
public final class EventLoops {
  private final Map<String, Context> byThread = new ConcurrentSkipListMap<>();

  /** To be called on the loop itself, with its context. */
  void watch(Context context) {
    byThread.put(Thread.currentThread().getName(), context);
  }

  /** The names of those that did not answer in time. */
  public Future<List<String>> silent(Duration patience) {
    var pings = byThread.entrySet().stream()
        .map(loop -> Ping.sent(loop.getKey(), loop.getValue()))
        .toList();
    return Future.all(pings.stream().map(Ping::answer).toList())
        .timeout(patience)
        .transform(done -> Future.succeededFuture(pings.stream()
            .filter(ping -> !ping.answer().isComplete())
            .map(Ping::loop)
            .toList()));
  }

  private record Ping(String loop, Future<Void> answer) {
    static Ping sent(String loop, Context context) {
      var answer = Promise.<Void>promise();
      context.runOnContext(answer::complete);
      return new Ping(loop, answer.future());
    }
  }
}
