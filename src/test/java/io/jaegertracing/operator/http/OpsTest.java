package io.jaegertracing.operator.http;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OpsTest {
  private static final ConnectionAge AGE = ConnectionAge.usual(new SecureRandom());

  private final Vertx vertx = LeanVertx.start(2);
  private final EventLoops loops = new EventLoops();
  private final Readiness readiness = new Readiness();
  private final Drain drain = new Drain(Duration.ZERO);
  private final HttpServers servers = new HttpServers(vertx, loops, drain, AGE);
  private final HealthRoutes health = new HealthRoutes(loops, readiness);
  private final HttpClient client = Loopback.client().build();

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(30, TimeUnit.SECONDS);
  }

  @Test
  void isLiveAndReadyWhenNobodyObjects() throws Exception {
    var url = open(health);
    assertThat(Loopback.get(client, url + "/healthz").body()).isEqualTo("ok\n");
    var ready = Loopback.get(client, url + "/readyz");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).isEqualTo("ok\n");
  }

  @Test
  void saysWhatItIsWaitingFor() throws Exception {
    readiness.add("caches", () -> Optional.of("waiting for Jaegers"));
    readiness.add("certificate", Optional::empty);
    readiness.add("shutdown", drain::objection);
    var url = open(health);
    var ready = Loopback.get(client, url + "/readyz");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body()).isEqualTo("not ready: caches: waiting for Jaegers\n");
    assertThat(Loopback.get(client, url + "/readyz?verbose").body())
        .isEqualTo("not ready: caches: waiting for Jaegers\nready: certificate\nready: shutdown\n");
  }

  @Test
  void aStalledEventLoopIsNotLive() throws Exception {
    var url = open(health);
    var release = new CountDownLatch(1);
    var stalling = new StallingVerticle(loops, release);
    vertx.deployVerticle(stalling).await(30, TimeUnit.SECONDS);
    stalling.stall();
    try {
      var live = Loopback.get(client, url + "/healthz");
      assertThat(live.statusCode()).isEqualTo(503);
      assertThat(live.body())
          .startsWith("not live: no answer within 1 s from vert.x-eventloop-thread-");
    } finally {
      release.countDown();
    }
    assertThat(Loopback.get(client, url + "/healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void measuresTheProcessAndNamesItsVersions() throws Exception {
    try (var metrics = new Metrics(new Metrics.Build("2.0.0", "1.76.0", "1.62.0", "17.0.1"))) {
      var scraped = Loopback.get(client, open(metrics) + "/metrics");
      assertThat(scraped.headers().firstValue("content-type"))
          .contains("text/plain; version=0.0.4; charset=utf-8");
      assertThat(scraped.body())
          .contains(
              "jvm_memory_used_bytes",
              "jvm_threads_live_threads",
              "process_cpu_usage",
              "process_uptime_seconds")
          .contains(
              "jaeger_operator_build_info{agent_version=\"1.62.0\",jaeger_version=\"1.76.0\",java_version=\"17.0.1\",version=\"2.0.0\"} 1");
    }
  }

  @Test
  void oneListenerCanServeEverything() throws Exception {
    try (var metrics = new Metrics(new Metrics.Build("2.0.0", "1.76.0", "1.62.0", "17.0.1"))) {
      var url = open(router -> {
        health.mount(router);
        metrics.mount(router);
      });
      assertThat(Loopback.get(client, url + "/healthz").statusCode()).isEqualTo(200);
      assertThat(Loopback.get(client, url + "/metrics").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void answersUnknownPathsAndMethodsInOneLine() throws Exception {
    var url = open(router -> {
      health.mount(router);
      router.get("/broken").handler(context -> {
        throw new IllegalStateException("secret detail");
      });
    });
    var unknown = Loopback.get(client, url + "/unknown?%3Cscript%3E");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).isEqualTo("nothing is served at this path\n");
    assertThat(unknown.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
    var wrong = Loopback.send(client, url + "/healthz", "POST");
    assertThat(wrong.statusCode()).isEqualTo(405);
    assertThat(wrong.body()).isEqualTo("this path does not answer to this method\n");
    var broken = Loopback.get(client, url + "/broken");
    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(broken.body()).isEqualTo("internal error\n");
  }

  @Test
  void whileDrainingEveryAnswerClosesItsConnection() throws Exception {
    readiness.add("shutdown", drain::objection);
    var port = port(health);
    try (var kept = new Loopback.Kept(new Socket(InetAddress.getLoopbackAddress(), port))) {
      assertThat(kept.get("/readyz"))
          .contains(" 200 ")
          .doesNotContainIgnoringCase("connection: close");
      drain.begin(vertx).await(30, TimeUnit.SECONDS);
      assertThat(kept.get("/readyz")).contains(" 503 ").containsIgnoringCase("connection: close");
      assertThat(kept.isClosedByServer()).isTrue();
    }
  }

  @Test
  void aTakenPortIsNamedWithTheFlagThatChangesIt() throws Exception {
    var port = port(health);
    assertThatThrownBy(() -> servers
            .plain(new Listener("127.0.0.1", port, "--http-bind-address"), health)
            .await(30, TimeUnit.SECONDS))
        .isInstanceOf(Failure.class)
        .hasMessage(
            "port " + port
                + " on 127.0.0.1 is in use; stop the program that holds it or choose another with --http-bind-address")
        .asInstanceOf(InstanceOfAssertFactories.type(Failure.class))
        .extracting(Failure::exit)
        .isEqualTo(Exit.UNAVAILABLE);
  }

  @Test
  void anAddressOfAnotherMachineIsNamed() {
    assertThatThrownBy(() ->
            servers.plain(new Listener("192.0.2.1", 0, "--x"), health).await(30, TimeUnit.SECONDS))
        .hasMessage("port 0 on 192.0.2.1 is no address of this machine; choose another with --x");
  }

  @Test
  void aClosedServerAcceptsNothing() throws Exception {
    var open =
        servers.plain(new Listener("127.0.0.1", 0, "--x"), health).await(30, TimeUnit.SECONDS);
    open.close().await(30, TimeUnit.SECONDS);
    assertThatThrownBy(() -> Loopback.get(client, "http://127.0.0.1:" + open.port() + "/healthz"))
        .isInstanceOf(java.net.ConnectException.class);
  }

  private String open(Routes routes) throws Exception {
    return "http://127.0.0.1:" + port(routes);
  }

  private int port(Routes routes) throws Exception {
    return servers
        .plain(new Listener("127.0.0.1", 0, "--http-bind-address"), routes)
        .await(30, TimeUnit.SECONDS)
        .port();
  }
}
