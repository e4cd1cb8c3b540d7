package io.jaegertracing.operator.kube.reconcile;

import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A Jaeger that was stored for an older Jaeger, with options that the current one has no more. */
@OnCluster
class OldOptionsIT {
  private static final String SPEC =
      "{strategy: production, collector: {options: {collector.http-port: 14268}},"
          + " storage: {type: elasticsearch, options: {es: {server-urls: \"http://es:9200\"}}}}";

  @Test
  void areReadAnewAndStayAsTheyAreWritten(Cluster cluster) {
    var namespace = cluster.newNamespace("old");
    try (var backend = Backend.in(cluster, namespace)) {
      backend.jaeger(namespace, "old", SPEC);
      backend.run(
          namespace,
          "patch",
          "jaegers.jaegertracing.io",
          "old",
          "--subresource=status",
          "--type=merge",
          "--patch={\"status\": {\"phase\": \"Running\", \"version\": \"1.17.0\"}}");
      var before = backend.jaeger(namespace, "old").path("spec");

      backend.begin().eventuallyReady(namespace, "old");
      backend.end();
      backend.begin().eventuallyReady(namespace, "old");

      assertThat(backend.deployment(namespace, "old-collector").toString())
          .contains("--collector.http-server.host-port=:14268")
          .doesNotContain("collector.http-port");
      var now = backend.jaeger(namespace, "old");
      assertThat(now.path("spec")).isEqualTo(before);
      assertThat(now.at("/metadata/generation").asLong()).isOne();
      assertThat(now.at("/status/version").asText()).isEqualTo("1.17.0");

      backend.jaeger(
          namespace,
          "old",
          SPEC.replace(
              "collector.http-port: 14268", "collector.http-server.host-port: \":14268\""));
      backend.eventually(
          namespace,
          "old",
          "it is one of the current Jaeger",
          jaeger -> jaeger.at("/status/version").asText().equals("1.76.0"));
    }
  }
}
