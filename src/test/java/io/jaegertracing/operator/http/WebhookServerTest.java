package io.jaegertracing.operator.http;

import io.jaegertracing.operator.http.tls.CertificateCheck;
import io.jaegertracing.operator.http.tls.Certificates;
import io.jaegertracing.operator.http.tls.DevelopmentCertificates;
import io.jaegertracing.operator.http.tls.PemPair;
import io.jaegertracing.operator.http.tls.ServingCertificate;
import io.jaegertracing.operator.http.tls.TlsPolicy;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebhookServerTest {
  private static final ConnectionAge AGE = ConnectionAge.usual(new SecureRandom());

  private final Vertx vertx = LeanVertx.start(2);
  private final EventLoops loops = new EventLoops();
  private final Drain drain = new Drain(Duration.ZERO);
  private final Set<String> threads = ConcurrentHashMap.newKeySet();

  @TempDir
  private Path first;

  @TempDir
  private Path second;

  private Certificates certificates;
  private SSLContext trusting;

  @BeforeEach
  void makeCertificates() throws Exception {
    certificates = new Certificates(made(first));
    trusting = Loopback.trusting(Files.readString(first.resolve("ca.crt")));
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(30, TimeUnit.SECONDS);
  }

  @Test
  void speaksHttp11ToAClientThatVerifiesTheNameAndWouldLikeHttp2() throws Exception {
    var port = port(TlsPolicy.of("VersionTLS12", List.of()));
    var client = Loopback.client()
        .sslContext(trusting)
        .version(HttpClient.Version.HTTP_2)
        .build();
    for (var host : List.of("localhost", "127.0.0.1")) {
      var answer = Loopback.get(client, "https://" + host + ":" + port + "/echo");
      assertThat(answer.body()).isEqualTo("echo\n");
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
      assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    }
    try (var socket = (SSLSocket) trusting.getSocketFactory().createSocket("localhost", port)) {
      var parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      assertThat(socket.getApplicationProtocol()).isEqualTo("http/1.1");
    }
  }

  @Test
  void aClientThatTrustsAnotherAuthorityIsNotServed() throws Exception {
    var port = port(TlsPolicy.of("", List.of()));
    made(second);
    var stranger = Loopback.trusting(Files.readString(second.resolve("ca.crt")));
    assertThatThrownBy(() -> Loopback.Kept.tls(stranger, port))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void refusesTls11WithAnAlert() throws Exception {
    var port = port(TlsPolicy.of("VersionTLS10", List.of()));
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(ClientHello.tls11());
      var answer = socket.getInputStream().readNBytes(7);
      assertThat(answer[0]).as("an alert").isEqualTo((byte) 21);
      assertThat(answer[5]).as("fatal").isEqualTo((byte) 2);
      assertThat(answer[6]).as("protocol_version").isEqualTo((byte) 70);
    }
  }

  @Test
  void tls12IsRefusedWhereTls13IsTheMinimum() throws Exception {
    var port = port(TlsPolicy.of("VersionTLS13", List.of()));
    assertThatThrownBy(() -> handshake(port, "TLSv1.2", List.of()))
        .isInstanceOf(SSLHandshakeException.class);
    assertThat(handshake(port, "TLSv1.3", List.of())).startsWith("TLS_AES_");
  }

  @Test
  void speaksOnlyTheSuitesThatWereChosen() throws Exception {
    var chosen = "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384";
    var port = port(TlsPolicy.of("VersionTLS12", List.of(chosen)));
    assertThat(handshake(port, "TLSv1.2", List.of())).isEqualTo(chosen);
    assertThatThrownBy(
            () -> handshake(port, "TLSv1.2", List.of("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void aNewCertificateReachesNewConnectionsAndLeavesOpenOnesAlone() throws Exception {
    var port = port(TlsPolicy.of("", List.of()));
    try (var kept = Loopback.Kept.tls(trusting, port)) {
      assertThat(kept.get("/echo")).contains(" 200 ");
      var newOne = made(second);
      certificates.replace(newOne);
      try (var fresh =
          Loopback.Kept.tls(Loopback.trusting(Files.readString(second.resolve("ca.crt"))), port)) {
        assertThat(fresh.serial()).isEqualTo(newOne.serial());
        assertThat(fresh.get("/echo")).contains(" 200 ");
      }
      assertThat(kept.get("/echo")).contains(" 200 ");
      assertThat(kept.serial()).isNotEqualTo(newOne.serial());
    }
  }

  @Test
  void aMismatchedPairIsRefusedAndTheOldOneKeepsServing() throws Exception {
    var port = port(TlsPolicy.of("", List.of()));
    made(second);
    var mixed = new PemPair(
        "tls.crt",
        Files.readString(second.resolve("tls.crt")),
        "tls.key",
        Files.readString(first.resolve("tls.key")));
    assertThatThrownBy(() -> certificates.replace(
            CertificateCheck.verified(mixed, List.of(), Clock.systemUTC().instant())))
        .hasMessageContaining("does not belong");
    try (var kept = Loopback.Kept.tls(trusting, port)) {
      assertThat(kept.serial()).isEqualTo(certificates.current().serial());
    }
  }

  @Test
  void connectionsAreSpreadOverEveryEventLoop() throws Exception {
    var port = port(TlsPolicy.of("", List.of()));
    for (var i = 0; i < 8; i++) {
      try (var kept = Loopback.Kept.tls(trusting, port)) {
        kept.get("/echo");
      }
    }
    assertThat(new HashSet<>(threads)).hasSize(2);
  }

  @Test
  void whileDrainingItStillServesAndThenCloses() throws Exception {
    var port = port(TlsPolicy.of("", List.of()));
    try (var kept = Loopback.Kept.tls(trusting, port)) {
      drain.begin(vertx).await(30, TimeUnit.SECONDS);
      assertThat(kept.get("/echo")).contains(" 200 ").containsIgnoringCase("connection: close");
      assertThat(kept.isClosedByServer()).isTrue();
    }
  }

  @Test
  void aConnectionThatHasGrownOldIsClosedWithItsNextAnswer() throws Exception {
    var early = new ConnectionAge(Duration.ofMillis(1), Duration.ofMillis(2), new SecureRandom());
    var port = port(TlsPolicy.of("", List.of()), early);
    try (var kept = Loopback.Kept.tls(trusting, port)) {
      var answer = kept.get("/echo");
      while (!answer.toLowerCase(Locale.ROOT).contains("connection: close")) {
        answer = kept.get("/echo");
      }
      assertThat(answer).contains(" 200 ");
      assertThat(kept.isClosedByServer()).isTrue();
    }
  }

  @Test
  void aYoungConnectionIsKept() throws Exception {
    try (var kept = Loopback.Kept.tls(trusting, port(TlsPolicy.of("", List.of())))) {
      for (var request = 0; request < 3; request++) {
        assertThat(kept.get("/echo")).doesNotContainIgnoringCase("connection: close");
      }
    }
  }

  @Test
  void everyConnectionDrawsItsOwnAge() {
    var ages = new HashSet<Long>();
    for (var connection = 0; connection < 100; connection++) {
      ages.add(AGE.drawn());
    }
    assertThat(ages)
        .hasSizeGreaterThan(50)
        .allMatch(millis -> millis >= 240_000 && millis <= 360_000);
  }

  @Test
  void theDevelopmentCertificatePassesPythonsStrictVerification() throws Exception {
    Assumptions.assumeTrue(hasPython(), "skipped: python3 is not installed");
    var port = port(TlsPolicy.of("", List.of()));
    var script = """
        import ssl, socket, sys
        context = ssl.create_default_context(cafile=sys.argv[1])
        context.verify_flags |= ssl.VERIFY_X509_STRICT
        for host in ("localhost", "127.0.0.1", "::1"):
            connection = socket.create_connection(("127.0.0.1", int(sys.argv[2])))
            with context.wrap_socket(connection, server_hostname=host) as tls:
                print(tls.version())
        """;
    var process = new ProcessBuilder(
            "python3", "-c", script, first.resolve("ca.crt").toString(), String.valueOf(port))
        .redirectErrorStream(true)
        .start();
    assertThat(new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("TLSv1.3\nTLSv1.3\nTLSv1.3\n");
    assertThat(process.waitFor()).isZero();
  }

  private static boolean hasPython() {
    return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
  }

  private static ServingCertificate made(Path folder) {
    return new DevelopmentCertificates(folder, "--cert-dir", Clock.systemUTC()).ready();
  }

  private int port(TlsPolicy policy) throws Exception {
    return port(policy, AGE);
  }

  private int port(TlsPolicy policy, ConnectionAge age) throws Exception {
    return new HttpServers(vertx, loops, drain, age)
        .tls(
            new Listener("127.0.0.1", 0, "--webhook-bind-port"),
            policy.options(certificates),
            2,
            this::echo)
        .await(30, TimeUnit.SECONDS)
        .port();
  }

  private void echo(Router router) {
    router.get("/echo").handler(context -> {
      threads.add(Thread.currentThread().getName());
      context.end("echo\n");
    });
  }

  /** The suite that was agreed on. */
  private String handshake(int port, String protocol, List<String> suites) throws Exception {
    try (var socket = (SSLSocket) trusting.getSocketFactory().createSocket("localhost", port)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setProtocols(new String[] {protocol});
      if (!suites.isEmpty()) {
        parameters.setCipherSuites(suites.toArray(String[]::new));
      }
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket.getSession().getCipherSuite();
    }
  }
}
