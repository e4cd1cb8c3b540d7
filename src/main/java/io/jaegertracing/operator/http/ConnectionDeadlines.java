package io.jaegertracing.operator.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Closes connections that take too long from one step to the next, however busily they trickle; an idle time-out alone sees each byte as activity.
 * Belongs to one event loop.
 */
final class ConnectionDeadlines {
  private final Vertx vertx;
  private final Duration request;
  private final Duration between;
  private final Map<HttpConnection, Long> timers = new HashMap<>();

  /** The first is for one request with its answer, and for the first headers; the other for the next headers. */
  ConnectionDeadlines(Vertx vertx, Duration request, Duration between) {
    this.vertx = vertx;
    this.request = request;
    this.between = between;
  }

  void opened(HttpConnection connection) {
    arm(connection, request);
  }

  void closed(HttpConnection connection) {
    disarm(connection);
  }

  void requested(RoutingContext context) {
    var connection = context.request().connection();
    arm(connection, request);
    context.addEndHandler(ended -> {
      if (timers.containsKey(connection)) {
        arm(connection, between);
      }
    });
  }

  private void arm(HttpConnection connection, Duration patience) {
    disarm(connection);
    timers.put(connection, vertx.setTimer(patience.toMillis(), late -> connection.close()));
  }

  private void disarm(HttpConnection connection) {
    var timer = timers.remove(connection);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }
}
