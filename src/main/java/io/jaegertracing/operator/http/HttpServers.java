package io.jaegertracing.operator.http;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.ServerSSLOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens servers; what is served is given with each, and mounted once per event loop. */
public final class HttpServers {
  /** A server that accepts connections. */
  public record Open(Vertx vertx, String deployment, int port) {
    /** Done when the open requests are answered. */
    public Future<Void> close() {
      return vertx.undeploy(deployment);
    }
  }

  /** Instances of one server share the port that the system chose for it; two servers must not. */
  private final AtomicInteger opened = new AtomicInteger();

  private final Vertx vertx;
  private final EventLoops loops;
  private final Drain drain;
  private final ConnectionAge age;

  public HttpServers(Vertx vertx, EventLoops loops, Drain drain, ConnectionAge age) {
    this.vertx = vertx;
    this.loops = loops;
    this.drain = drain;
    this.age = age;
  }

  /** For people, probes and scrapes. */
  public Future<Open> plain(Listener listener, Routes... routes) {
    return open(
        listener,
        1,
        new ServerVerticle.Plan(
            listener, opened.incrementAndGet(), null, List.of(routes), loops, drain, age));
  }

  /** For API servers; as many instances as event loops should work for it. */
  public Future<Open> tls(
      Listener listener, ServerSSLOptions tls, int instances, Routes... routes) {
    return open(
        listener,
        instances,
        new ServerVerticle.Plan(
            listener, opened.incrementAndGet(), tls, List.of(routes), loops, drain, age));
  }

  private Future<Open> open(Listener listener, int instances, ServerVerticle.Plan plan) {
    List<ServerVerticle> deployed = new CopyOnWriteArrayList<>();
    return vertx
        .deployVerticle(
            () -> {
              var verticle = new ServerVerticle(plan);
              deployed.add(verticle);
              return verticle;
            },
            new DeploymentOptions().setInstances(instances))
        .map(id -> new Open(vertx, id, deployed.get(0).port()))
        .recover(cause -> Future.failedFuture(listener.explain(cause)));
  }
}
