package io.jaegertracing.operator.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/**
 * The way out: from the signal on, every answer closes its connection while requests are still served, for clients learn late that this address is going
 * away and keep using open connections until they are closed.
 */
public final class Drain {
  private final Duration delay;
  private volatile boolean begun;

  public Drain(Duration delay) {
    this.delay = delay;
  }

  /** Done when the delay is over. */
  public Future<Void> begin(Vertx vertx) {
    begun = true;
    return delay.isZero() ? Future.succeededFuture() : vertx.timer(delay).mapEmpty();
  }

  /** A readiness check. */
  public Optional<String> objection() {
    return begun ? Optional.of("stopping; open requests are still answered") : Optional.empty();
  }

  void mark(RoutingContext context) {
    if (begun) {
      closeAfterwards(context);
    }
  }

  /** The header is for the client; the server's side of the connection has to be closed besides. */
  static void closeAfterwards(RoutingContext context) {
    context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    context.addEndHandler(answered -> context.request().connection().close());
  }
}
