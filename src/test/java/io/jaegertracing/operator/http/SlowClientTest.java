package io.jaegertracing.operator.http;

import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Ruling;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Jaegers;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.http.admission.AdmissionRoute;
import io.jaegertracing.operator.http.admission.Court;
import io.jaegertracing.operator.http.admission.Limits;
import io.jaegertracing.operator.http.rehearsal.Scenery;
import io.jaegertracing.operator.http.rehearsal.Secret;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

class SlowClientTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Vertx vertx = LeanVertx.start(1);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(30, TimeUnit.SECONDS);
    registry.close();
  }

  @Test
  void aBodyThatTricklesTakesNoMoreThanItSent() throws Exception {
    try (var socket = begun(open(Duration.ofMinutes(5)))) {
      Eventually.holds("something is buffered", LONG, () -> gauge("buffered") > 0);
      assertThat(gauge("buffered")).isEqualTo(5);
      assertThat(gauge("in_flight")).isZero();
      socket.shutdownOutput();
      waitUntilNothingIsBuffered();
    }
  }

  @Test
  void aBodyThatTricklesIsCutOff() throws Exception {
    try (var socket = begun(open(Duration.ofMillis(200)))) {
      trickleUntilClosed(socket);
    }
    waitUntilNothingIsBuffered();
    assertThat(registry.find("jaeger_operator_admission").timers()).isEmpty();
  }

  private static Socket begun(int port) throws Exception {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    var head =
        "POST /judge HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 7000000\r\n\r\n";
    socket.getOutputStream().write((head + "{\"a\":").getBytes(ISO_8859_1));
    return socket;
  }

  private void waitUntilNothingIsBuffered() {
    Eventually.holds("nothing is buffered", LONG, () -> gauge("buffered") == 0);
  }

  /** Some activity all the time, so that no idle time-out would ever see it. */
  private static void trickleUntilClosed(Socket socket) {
    Eventually.holds("the connection is cut off", LONG, () -> {
      try {
        socket.getOutputStream().write(' ');
        return false;
      } catch (IOException cut) {
        return true;
      }
    });
  }

  private double gauge(String name) {
    return registry.get("jaeger_operator_admission_" + name).gauge().value();
  }

  private int open(Duration patience) throws Exception {
    var deadlines = new ConnectionDeadlines(vertx, patience, Duration.ofMinutes(5));
    var router = Router.router(vertx);
    router.route().handler(context -> {
      deadlines.requested(context);
      context.next();
    });
    var court = new Court(
        new TreeMap<>(Map.of("/judge", new Allowing())),
        () -> {
          throw new IllegalStateException("no review arrives");
        },
        (lookups, budget) -> Future.succeededFuture(Map.of()),
        (review, verdict) -> {},
        Set.of());
    var records = new AdmissionRoute.Records(registry, course -> {});
    new AdmissionRoute(
            court,
            Limits.usual(),
            new Scenery(new Secret("x"), Jaegers.plain("x", "x"), Meta.NONE),
            records)
        .mount(router);
    return vertx
        .createHttpServer(ServerVerticle.http11())
        .connectionHandler(connection -> {
          deadlines.opened(connection);
          connection.closeHandler(closed -> deadlines.closed(connection));
        })
        .requestHandler(router)
        .listen(0, "127.0.0.1")
        .await(30, TimeUnit.SECONDS)
        .actualPort();
  }

  private record Allowing() implements Judge {
    @Override
    public Ruling judge(Review review, Facts facts) {
      return Verdict.allowed();
    }

    @Override
    public boolean failsOpen() {
      return true;
    }
  }
}
