package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.http.tls.DevelopmentCertificates;
import io.jaegertracing.operator.support.Launched;
import io.jaegertracing.operator.support.Operator;
import io.jaegertracing.operator.support.cluster.Audit;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The leader dies without a word, and the other replica runs the Jaegers. */
@OnCluster
class FailoverIT {
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir
  private Path folder;

  @Test
  void theOtherReplicaLeadsAndNothingIsWrittenTwice(Cluster cluster) {
    new DevelopmentCertificates(folder.resolve("certs"), "--cert-dir", Clock.systemUTC()).ready();
    cluster.installJaegerCrd();
    var namespace = cluster.newNamespace("failover");
    jaeger(cluster, namespace, "before");
    try (var first = start(cluster, namespace)) {
      first.logged("leading identity=(\\S+)");
      eventuallyReady(cluster, namespace, "before");
      try (var second = start(cluster, namespace)) {
        second.logged("ready");

        first.kill();

        second.logged("leading identity=(\\S+)");
        jaeger(cluster, namespace, "after");
        eventuallyReady(cluster, namespace, "after");
        assertThat(cluster.audit().requests())
            .filteredOn(request -> request.namespace().equals(namespace)
                && request.name().startsWith("before")
                && request.verb().equals("patch")
                && !request.resource().equals("jaegers"))
            .extracting(Audit.Request::resource, Audit.Request::name)
            .doesNotHaveDuplicates();
      }
    }
  }

  private static void jaeger(Cluster cluster, String namespace, String name) {
    var yaml = "{apiVersion: jaegertracing.io/v1, kind: Jaeger, metadata: {name: " + name + "}}";
    var applied = cluster.kubectlWithInput(yaml, "apply", "-n", namespace, "-f", "-");
    assertThat(applied.exit()).as(applied.err()).isZero();
  }

  private static void eventuallyReady(Cluster cluster, String namespace, String name) {
    Eventually.holds(
        name + " is ready",
        LONG,
        () -> cluster
                .kubectl(
                    "wait",
                    "--for=condition=Ready",
                    "jaegers.jaegertracing.io/" + name,
                    "-n",
                    namespace,
                    "--timeout=1s")
                .exit()
            == 0);
  }

  private Launched start(Cluster cluster, String namespace) {
    return Launched.operator(
        folder,
        Map.of(
            "KUBECONFIG",
            Operator.kubeconfig(cluster, folder, cluster.namespace()).toString(),
            "WATCH_NAMESPACE",
            namespace,
            "POD_NAMESPACE",
            cluster.namespace()),
        "--leader-elect",
        "--platform=kubernetes",
        "--drain-delay=0s");
  }
}
