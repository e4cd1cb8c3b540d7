package io.jaegertracing.operator.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** How old a connection may grow; each draws its own limit, so that they do not all come back at once. Event loops share the generator. */
public record ConnectionAge(Duration least, Duration most, RandomGenerator random) {
  /** Five minutes, a fifth more or less. */
  public static ConnectionAge usual(RandomGenerator random) {
    return new ConnectionAge(Duration.ofMinutes(4), Duration.ofMinutes(6), random);
  }

  long drawn() {
    return random.nextLong(least.toMillis(), most.toMillis() + 1);
  }

  /**
   * Closes connections that have grown old, with their next answer: clients keep one for as long as they can, and would never meet a replica that is younger
   * than it. Belongs to one event loop.
   */
  static final class Watch {
    private sealed interface Age {
      record Young(long timer) implements Age {}

      record Old() implements Age {}
    }

    private final Vertx vertx;
    private final ConnectionAge limit;
    private final Map<HttpConnection, Age> ages = new HashMap<>();

    Watch(Vertx vertx, ConnectionAge limit) {
      this.vertx = vertx;
      this.limit = limit;
    }

    void opened(HttpConnection connection) {
      var timer = vertx.setTimer(limit.drawn(), old -> ages.put(connection, new Age.Old()));
      ages.put(connection, new Age.Young(timer));
    }

    void closed(HttpConnection connection) {
      if (ages.remove(connection) instanceof Age.Young young) {
        vertx.cancelTimer(young.timer());
      }
    }

    void mark(RoutingContext context) {
      if (ages.get(context.request().connection()) instanceof Age.Old) {
        Drain.closeAfterwards(context);
      }
    }
  }
}
