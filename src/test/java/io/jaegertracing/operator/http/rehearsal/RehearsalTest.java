package io.jaegertracing.operator.http.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.inject.Jaegers;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.http.ConnectionAge;
import io.jaegertracing.operator.http.Drain;
import io.jaegertracing.operator.http.EventLoops;
import io.jaegertracing.operator.http.HttpServers;
import io.jaegertracing.operator.http.LeanVertx;
import io.jaegertracing.operator.http.Listener;
import io.jaegertracing.operator.http.Routes;
import io.jaegertracing.operator.http.tls.Certificates;
import io.jaegertracing.operator.http.tls.DevelopmentCertificates;
import io.jaegertracing.operator.http.tls.ServingCertificate;
import io.jaegertracing.operator.http.tls.TlsPolicy;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RehearsalTest {
  private final Vertx vertx = LeanVertx.start(1);
  private final Secret secret = Secret.drawn(new SecureRandom());
  private final List<String> paths = new CopyOnWriteArrayList<>();

  @TempDir
  private Path served;

  @TempDir
  private Path other;

  private Certificates certificates;

  @BeforeEach
  void makeCertificates() {
    certificates = new Certificates(made(served));
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(30, TimeUnit.SECONDS);
  }

  @Test
  void everyPathIsAskedOverTlsBeforeNobodyObjects() throws Exception {
    var rehearsal = rehearsal(open(answering(new AtomicInteger())), certificates);
    assertThat(rehearsal.objection()).contains("its own port was not asked yet");
    rehearsal.begin().await(30, TimeUnit.SECONDS);
    assertThat(rehearsal.objection()).isEmpty();
    // A machine that is busy otherwise may need a second attempt.
    assertThat(paths).filteredOn("/a"::equals).hasSizeGreaterThanOrEqualTo(100);
    assertThat(paths).filteredOn("/b"::equals).hasSizeGreaterThanOrEqualTo(100);
  }

  @Test
  void aFailureIsNamedAndTriedAgainUntilItWorks() throws Exception {
    var failures = new AtomicInteger(3);
    var rehearsal = rehearsal(open(answering(failures)), certificates);
    rehearsal.begin().await(30, TimeUnit.SECONDS);
    assertThat(failures).hasValueLessThanOrEqualTo(0);
    assertThat(rehearsal.objection()).isEmpty();
    assertThat(paths).hasSizeGreaterThanOrEqualTo(203);
  }

  @Test
  void somethingElseThanAReviewIsNoAnswer() throws Exception {
    var port = open(router -> router.post().handler(context -> context.end("{}")));
    assertThat(firstObjection(rehearsal(port, certificates)))
        .isEqualTo(
            "its own port does not answer as it should: /a was answered with something else than a review");
  }

  @Test
  void aRefusalIsNamedWithItsStatus() throws Exception {
    var port = open(router -> router.post().handler(context -> context.fail(500)));
    assertThat(firstObjection(rehearsal(port, certificates)))
        .isEqualTo(
            "its own port does not answer as it should: /a was answered with HTTP status 500");
  }

  @Test
  void aPortWithAnotherCertificateIsNotTrusted() throws Exception {
    var port = open(answering(new AtomicInteger()));
    firstObjection(rehearsal(port, new Certificates(made(other))));
    assertThat(paths).isEmpty();
  }

  @Test
  void aPortWhereNobodyListensIsNotReady() throws Exception {
    assertThat(firstObjection(rehearsal(closedPort(), certificates)))
        .containsIgnoringCase("connection refused");
  }

  @Test
  void theReviewsAreDryRunsOfAboutThreeKilobytes() throws Exception {
    for (var number = 0; number < 200; number++) {
      var text = Reviews.number(number, "shop");
      var review = Review.of(new ObjectMapper().readTree(text)).orElseThrow();
      assertThat(review.dryRun()).isTrue();
      assertThat(review.uid()).isEqualTo(Reviews.uid(number));
      assertThat(text.length()).isBetween(2_000, 4_000);
    }
  }

  @Test
  void theSecretIsDrawnAndNotTold() {
    assertThat(Secret.drawn(new SecureRandom())).isNotEqualTo(secret);
    assertThat(secret.value()).hasSize(32);
    assertThat(secret.toString()).doesNotContain(secret.value());
  }

  /** Waits until the first attempt has failed. */
  private static String firstObjection(Rehearsal rehearsal) {
    var unasked = rehearsal.objection();
    rehearsal.begin();
    Eventually.holds(
        "the first attempt fails",
        Duration.ofSeconds(60),
        () -> !rehearsal.objection().equals(unasked));
    return rehearsal.objection().orElseThrow();
  }

  private Rehearsal rehearsal(int port, Certificates trusted) {
    var asked = new TreeSet<>(List.of("/a", "/b"));
    return new Rehearsal(
        vertx,
        new Rehearsal.Stage(
            "127.0.0.1",
            port,
            asked,
            trusted,
            new Scenery(secret, Jaegers.plain("shop", "x"), Meta.NONE)));
  }

  /** As it should, after some failures. */
  private Routes answering(AtomicInteger failures) {
    return router -> router
        .post()
        .handler(context -> context.request().body().onSuccess(body -> {
          paths.add(context.request().path());
          if (failures.getAndDecrement() > 0 || !secret.isIn(context.request())) {
            context.fail(503);
          } else {
            var uid = body.toJsonObject().getJsonObject("request").getString("uid");
            context.end("{\"response\":{\"uid\":\"" + uid + "\",\"allowed\":true}}");
          }
        }));
  }

  private int open(Routes routes) throws Exception {
    var age = ConnectionAge.usual(new SecureRandom());
    return new HttpServers(vertx, new EventLoops(), new Drain(Duration.ZERO), age)
        .tls(
            new Listener("127.0.0.1", 0, "--port"),
            TlsPolicy.of("", List.of()).options(certificates),
            1,
            routes)
        .await(30, TimeUnit.SECONDS)
        .port();
  }

  private static int closedPort() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static ServingCertificate made(Path folder) {
    return new DevelopmentCertificates(folder, "--cert-dir", Clock.systemUTC()).ready();
  }
}
