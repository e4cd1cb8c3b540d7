package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.http.Loopback;
import io.jaegertracing.operator.http.tls.DevelopmentCertificates;
import io.jaegertracing.operator.support.Launched;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@OnCluster
class StartIT {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir
  private Path folder;

  @BeforeEach
  void certificates() {
    new DevelopmentCertificates(folder.resolve("certs"), "--cert-dir", Clock.systemUTC()).ready();
  }

  @Test
  void connectsServesAndEndsInOrder(Cluster cluster) throws Exception {
    cluster.installJaegerCrd();
    try (var program = start(cluster.kubeconfig().toString())) {
      program.logged("connected .*version=v1\\.35");
      var probes = program.logged("probes address=(\\S+)");
      var metrics = program.logged("metrics address=(\\S+)");
      program.logged("ready");

      var client = Loopback.client().build();
      Eventually.holds("the caches are filled", LONG, () -> isReady(client, probes));
      assertThat(Loopback.get(client, "http://" + metrics + "/metrics").body())
          .contains("jvm_memory_used_bytes")
          .contains("jaeger_operator_cache_age_seconds{cache=\"jaegers\"}")
          .contains("jaeger_operator_cache_age_seconds{cache=\"namespaces\"}")
          .contains("jaeger_operator_cache_age_seconds{cache=\"nodes\"}")
          .contains("jaeger_operator_cache_age_seconds{cache=\"limitranges\"}")
          .contains("jaeger_operator_cache_age_seconds{cache=\"resourcequotas\"}")
          .contains(
              "jaeger_operator_api_requests_total{code=\"200\",resource=\"nodes\",verb=\"list\"} 1.0")
          .containsPattern("(?m)^jaeger_operator_jaegers [0-9]");
      assertThat(program.errors()).noneMatch(line -> line.contains("knows no Jaegers"));
      assertThat(program.stop()).isEqualTo(Exit.OK.code());
    }
  }

  @Test
  void nothingAtTheAddressEndsItWithOneLine() throws Exception {
    var nowhere = Files.writeString(folder.resolve("kubeconfig"), """
        apiVersion: v1
        kind: Config
        clusters: [{name: c, cluster: {server: "http://127.0.0.1:1"}}]
        contexts: [{name: c, context: {cluster: c, user: u}}]
        users: [{name: u, user: {}}]
        current-context: c
        """);
    try (var program = start(nowhere.toString())) {
      assertThat(program.exit()).isEqualTo(Exit.UNAVAILABLE.code());
      assertThat(program.errors())
          .singleElement()
          .asString()
          .startsWith("jaeger-operator: no cluster answers at http://127.0.0.1:1/: ")
          .endsWith("; check that it runs and that KUBECONFIG names the right one");
    }
  }

  @Test
  void credentialsThatNobodyKnowsAreNamed(Cluster cluster) throws Exception {
    var known = Files.readString(cluster.kubeconfig());
    var stranger = Files.writeString(
        folder.resolve("kubeconfig"), known.replaceFirst("token: \\w+", "token: stranger"));
    try (var program = start(stranger.toString())) {
      assertThat(program.exit()).isEqualTo(Exit.UNAVAILABLE.code());
      assertThat(program.errors())
          .singleElement()
          .asString()
          .contains("does not know our credentials (401)");
    }
  }

  @Test
  void aCheckOfAGoodInstallationPasses(Cluster cluster) {
    cluster.installJaegerCrd();
    try (var program = Launched.start(
        folder,
        Map.of("KUBECONFIG", cluster.kubeconfig().toString()),
        "check",
        "--cert-dir=certs")) {
      assertThat(program.exit()).isEqualTo(Exit.OK.code());
      assertThat(program.output().lines()).hasSize(4).allMatch(line -> line.startsWith("PASS"));
    }
  }

  private static boolean isReady(HttpClient client, String probes) {
    try {
      return Loopback.get(client, "http://" + probes + "/readyz").body().equals("ok\n");
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  private Launched start(String kubeconfig) {
    return Launched.operator(folder, Map.of("KUBECONFIG", kubeconfig), "--drain-delay=0s");
  }
}
