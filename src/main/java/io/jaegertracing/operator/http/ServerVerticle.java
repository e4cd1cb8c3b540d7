package io.jaegertracing.operator.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerConfig;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One instance of a server, on one event loop. */
final class ServerVerticle extends VerticleBase {
  /** One request with its answer; API servers give up after 30 s at the latest. */
  private static final Duration REQUEST = Duration.ofSeconds(30);
  /** Longer than the 90 s after which Go's clients close an idle connection themselves, so that no request meets a closing one. */
  private static final Duration BETWEEN = Duration.ofMinutes(2);

  private static final Duration FOR_OPEN_REQUESTS = Duration.ofSeconds(5);

  /** What all instances of one server have in common. */
  record Plan(
      Listener listener,
      int number,
      @Nullable ServerSSLOptions tls,
      List<Routes> routes,
      EventLoops loops,
      Drain drain,
      ConnectionAge age) {}

  private final Plan plan;
  private @Nullable HttpServer server;

  ServerVerticle(Plan plan) {
    this.plan = plan;
  }

  @Override
  public Future<?> start() {
    plan.loops().watch(context);
    var deadlines = new ConnectionDeadlines(vertx, REQUEST, BETWEEN);
    var ages = new ConnectionAge.Watch(vertx, plan.age());
    var opened = vertx
        .createHttpServer(http11(), plan.tls())
        .connectionHandler(connection -> {
          deadlines.opened(connection);
          ages.opened(connection);
          connection.closeHandler(closed -> {
            deadlines.closed(connection);
            ages.closed(connection);
          });
        })
        .requestHandler(router(deadlines, ages));
    server = opened;
    return opened.listen(address());
  }

  /** Without an upgrade to HTTP/2 in reach a connection is known once it is open, not only when it has sent something. */
  static HttpServerConfig http11() {
    return new HttpServerConfig().setVersions(HttpVersion.HTTP_1_1).setIdleTimeout(BETWEEN);
  }

  /** A port chosen by the system is the same for every instance of one deployment. */
  private SocketAddress address() {
    var address = plan.listener();
    return address.port() == 0
        ? SocketAddress.sharedRandomPort(plan.number(), address.host())
        : SocketAddress.inetSocketAddress(address.port(), address.host());
  }

  private Router router(ConnectionDeadlines deadlines, ConnectionAge.Watch ages) {
    var router = Router.router(vertx);
    PlainAnswers.mount(router);
    router.route().handler(context -> {
      deadlines.requested(context);
      plan.drain().mark(context);
      ages.mark(context);
      context.next();
    });
    plan.routes().forEach(routes -> routes.mount(router));
    return router;
  }

  int port() {
    return server == null ? 0 : server.actualPort();
  }

  @Override
  public Future<?> stop() {
    return server == null ? Future.succeededFuture() : server.shutdown(FOR_OPEN_REQUESTS);
  }
}
