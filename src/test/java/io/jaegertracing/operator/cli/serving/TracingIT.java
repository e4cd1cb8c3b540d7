package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.http.Loopback;
import io.jaegertracing.operator.http.tracing.OtlpReceiver;
import io.jaegertracing.operator.support.Launched;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TracingIT {
  private static final String REVIEW = """
      {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"u-1",
      "kind":{"group":"","version":"v1","kind":"Pod"},"name":"web","namespace":"shop","operation":"CREATE",
      "resource":{"group":"","version":"v1","resource":"pods"},"object":{"metadata":{"name":"web"},"spec":{}}}}""";

  @TempDir
  private Path folder;

  @Test
  void switchedOnEveryReviewIsASpanAndTheLastOnesAreSentOnTheWayOut() throws Exception {
    try (var receiver = new OtlpReceiver();
        var program = standalone("--tracing-enabled", "--otlp-endpoint=" + receiver.endpoint())) {
      assertThat(review(program)).isEqualTo(200);
      assertThat(program.stop()).isEqualTo(Exit.OK.code());
      assertThat(receiver.spans())
          .as("one review, what it looked up, and none of the program's own")
          .extracting(span -> span.getName())
          .containsExactlyInAnyOrder("admission Pod", "lookup");
      assertThat(receiver.resource()).containsKeys("service.version", "service.instance.id");
      assertThat(program.errors()).noneMatch(line -> line.contains("WARN"));
      assertThat(loaded()).anyMatch(line -> line.contains(" io.opentelemetry."));
    }
  }

  @Test
  void switchedOffNothingOfItIsLoaded() throws Exception {
    try (var program = standalone()) {
      assertThat(review(program)).isEqualTo(200);
      assertThat(program.stop()).isEqualTo(Exit.OK.code());
      assertThat(loaded())
          .anyMatch(line -> line.contains(" io.jaegertracing.operator.http.tracing.Course"))
          .noneMatch(line -> line.contains(" io.opentelemetry."));
    }
  }

  @Test
  void withoutACollectorReviewsAreAnsweredAndTheEndIsInOrder() throws Exception {
    try (var program =
        standalone("--tracing-enabled", "--otlp-endpoint=http://127.0.0.1:" + closedPort())) {
      for (var count = 0; count < 20; count++) {
        assertThat(review(program)).isEqualTo(200);
      }
      assertThat(program.stop()).isEqualTo(Exit.OK.code());
      assertThat(program.errors())
          .filteredOn(line -> line.contains("traces cannot be sent"))
          .hasSizeLessThanOrEqualTo(1);
      assertThat(program.errors())
          .noneMatch(line -> line.contains("opentelemetry"))
          .noneMatch(line -> line.contains("not closed in order"));
    }
  }

  private int review(Launched program) throws Exception {
    var webhook = program.printed("webhook +(https://\\S+)");
    program.logged("ready");
    var client = Loopback.client()
        .sslContext(Loopback.trusting(Files.readString(folder.resolve("certs/ca.crt"))))
        .build();
    var request = HttpRequest.newBuilder(URI.create(webhook + "/mutate-v1-pod"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(REVIEW))
        .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private List<String> loaded() throws Exception {
    return Files.readAllLines(folder.resolve("classes.txt"));
  }

  private Launched standalone(String... more) throws Exception {
    var resources = Files.createDirectories(folder.resolve("resources"));
    Files.writeString(resources.resolve("empty.yaml"), "---\n");
    var arguments = Stream.concat(
        Stream.of(
            "standalone",
            "--cert-dir=" + folder.resolve("certs"),
            "--resources=" + resources,
            "--webhook-bind-port=0",
            "--http-bind-address=127.0.0.1:0"),
        Stream.of(more));
    return Launched.start(
        folder,
        Map.of("JAVA_OPTS", "-Xlog:class+load=info:file=" + folder.resolve("classes.txt")),
        arguments.toArray(String[]::new));
  }

  private static int closedPort() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
