package io.jaegertracing.operator.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

class ConnectionDeadlinesTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Vertx vertx = LeanVertx.start(1);

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(30, TimeUnit.SECONDS);
  }

  @Test
  void aConnectionThatNeverAsksIsClosed() throws Exception {
    try (var kept = new Loopback.Kept(socket(SHORT, LONG))) {
      assertThat(kept.isClosedByServer()).isTrue();
    }
  }

  @Test
  void aRequestThatNeverEndsIsCutOff() throws Exception {
    try (var socket = socket(SHORT, LONG);
        var kept = new Loopback.Kept(socket)) {
      socket
          .getOutputStream()
          .write(
              "POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n1".getBytes(ISO_8859_1));
      assertThat(kept.isClosedByServer()).isTrue();
    }
  }

  @Test
  void aConnectionThatStaysSilentAfterAnAnswerIsClosed() throws Exception {
    try (var kept = new Loopback.Kept(socket(LONG, SHORT))) {
      assertThat(kept.get("/echo")).contains(" 200 ");
      assertThat(kept.isClosedByServer()).isTrue();
    }
  }

  private Socket socket(Duration request, Duration between) throws Exception {
    var deadlines = new ConnectionDeadlines(vertx, request, between);
    var router = Router.router(vertx);
    router.route().handler(context -> {
      deadlines.requested(context);
      context.next();
    });
    router.get("/echo").handler(context -> context.end("echo"));
    router
        .post("/slow")
        .handler(context -> context.request().endHandler(whole -> context.end("late")));
    var server = vertx
        .createHttpServer(ServerVerticle.http11())
        .connectionHandler(connection -> {
          deadlines.opened(connection);
          connection.closeHandler(closed -> deadlines.closed(connection));
        })
        .requestHandler(router)
        .listen(0, "127.0.0.1")
        .await(30, TimeUnit.SECONDS);
    return new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
  }
}
