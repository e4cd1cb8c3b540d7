package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.http.Loopback;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StandaloneIT {
  private static final String[] PORTS = {"--webhook-bind-port=0", "--http-bind-address=127.0.0.1:0"
  };

  @TempDir
  private Path folder;

  @Test
  void servesWithCertificatesThatItMakesAndEndsInOrder() throws Exception {
    try (var program = standalone("--resources=" + resources("jaeger.yaml", "kind: Jaeger"))) {
      var webhook = program.printed("webhook +(https://\\S+)");
      var health = program.printed("health +(http://\\S+)");
      var metrics = program.printed("metrics +(http://\\S+)");
      program.logged("ready");
      assertThat(webhook).startsWith("https://127.0.0.1:");

      var plain = Loopback.client().build();
      assertThat(Loopback.get(plain, health).body()).isEqualTo("ok\n");
      assertThat(Loopback.get(plain, health + "?verbose").body()).contains("ready: webhook\n");
      assertThat(Loopback.get(plain, metrics).body())
          .contains("jaeger_operator_build_info")
          .contains("jaeger_operator_admission_in_flight 0.0")
          .as("the program's own reviews are no traffic")
          .doesNotContain("jaeger_operator_admission_seconds_count")
          .contains("jaeger_operator_certificate_not_after_seconds");
      var trusting = Loopback.client()
          .sslContext(Loopback.trusting(Files.readString(folder.resolve("certs/ca.crt"))))
          .build();
      assertThat(Loopback.get(trusting, webhook + "/nothing").statusCode()).isEqualTo(404);

      assertThat(program.stop()).isEqualTo(Exit.OK.code());
      assertThat(program.errors()).noneMatch(line -> line.contains("ERROR"));
    }
  }

  /** The launcher makes stacks small, and those of methods that are not compiled yet are large. */
  @Test
  void whatIsNestedTooDeeplyIsABadRequestFromTheFirstOneOn() throws Exception {
    try (var program = standalone("--resources=" + resources("jaeger.yaml", "kind: Jaeger"))) {
      var webhook = program.printed("webhook +(\\S+)");
      program.logged("ready");
      var trusting = Loopback.client()
          .sslContext(Loopback.trusting(Files.readString(folder.resolve("certs/ca.crt"))))
          .build();
      for (var depth : List.of(5_000, 240)) {
        var answer = trusting.send(
            HttpRequest.newBuilder(URI.create(webhook + "/mutate-v1-workload"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(review(depth)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%d levels", depth).isEqualTo(depth == 240 ? 200 : 400);
      }
    }
  }

  private static String review(int depth) {
    return "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":\"u\",\"object\":"
        + "{\"a\":".repeat(depth) + "1" + "}".repeat(depth) + "}}";
  }

  @Test
  void theSecondStartUsesTheCertificatesOfTheFirst() throws Exception {
    var first = certificateOfOneRun();
    assertThat(certificateOfOneRun()).isEqualTo(first);
  }

  @Test
  void aPortThatIsTakenEndsItWithOneLine() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var program = Launched.start(
            folder,
            Map.of(),
            "standalone",
            "--cert-dir=" + folder.resolve("certs"),
            "--resources=" + resources("jaeger.yaml", "kind: Jaeger"),
            "--webhook-bind-port=" + taken.getLocalPort(),
            "--http-bind-address=127.0.0.1:0")) {
      assertThat(program.exit()).isEqualTo(Exit.UNAVAILABLE.code());
      assertThat(program.errors())
          .filteredOn(line -> line.startsWith("jaeger-operator: "))
          .containsExactly(
              "jaeger-operator: port " + taken.getLocalPort()
                  + " on 127.0.0.1 is in use; stop the program that holds it or choose another with --webhook-bind-port");
      assertThat(program.errors()).noneMatch(line -> line.contains("\tat "));
    }
  }

  @Test
  void aFolderThatDoesNotExistIsNamed() {
    try (var program = standalone("--resources=" + folder.resolve("absent"))) {
      assertThat(program.exit()).isEqualTo(Exit.NO_INPUT.code());
      assertThat(program.errors())
          .containsExactly("jaeger-operator: " + folder.resolve("absent")
              + " does not exist; name a folder of YAML or JSON files with --resources");
    }
  }

  @Test
  void brokenYamlIsNamedWithItsPlace() throws Exception {
    var broken = resources("bad.yaml", "a: 1\nb: [1, 2\nc: 3\n");
    try (var program = standalone("--resources=" + broken)) {
      assertThat(program.exit()).isEqualTo(Exit.FAILED.code());
      assertThat(program.errors())
          .singleElement()
          .asString()
          .contains(broken.resolve("bad.yaml") + ":3:2: ");
    }
  }

  @Test
  void linesAreJsonInACluster() throws Exception {
    try (var program = Launched.start(
        folder,
        Map.of("KUBERNETES_SERVICE_HOST", "10.96.0.1"),
        "standalone",
        "--cert-dir=" + folder.resolve("certs"),
        "--resources=" + resources("jaeger.yaml", "kind: Jaeger"),
        PORTS[0],
        PORTS[1])) {
      program.logged("\"message\":\"ready\"");
      assertThat(program.errors()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }
  }

  private String certificateOfOneRun() throws Exception {
    try (var program = standalone("--resources=" + resources("jaeger.yaml", "kind: Jaeger"))) {
      program.logged("ready");
      assertThat(program.stop()).isEqualTo(Exit.OK.code());
    }
    return Files.readString(folder.resolve("certs/tls.crt"));
  }

  private Launched standalone(String resources) {
    return Launched.start(
        folder,
        Map.of(),
        "standalone",
        "--cert-dir=" + folder.resolve("certs"),
        resources,
        PORTS[0],
        PORTS[1]);
  }

  private Path resources(String name, String text) throws Exception {
    var resources = Files.createDirectories(folder.resolve("resources"));
    Files.writeString(resources.resolve(name), text);
    return resources;
  }
}
