package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.http.tls.DevelopmentCertificates;
import io.jaegertracing.operator.kube.leading.Leader;
import io.jaegertracing.operator.support.Launched;
import io.jaegertracing.operator.support.Operator;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@OnCluster
class LeadingIT {
  @TempDir
  private Path folder;

  @BeforeEach
  void certificates() {
    new DevelopmentCertificates(folder.resolve("certs"), "--cert-dir", Clock.systemUTC()).ready();
  }

  @Test
  void oneReplicaLeadsAndTheOtherFollowsWhenItStops(Cluster cluster) {
    var home = Map.of("POD_NAMESPACE", cluster.namespace(), "HOSTNAME", "replica");
    try (var first = start(cluster, home)) {
      var identity = first.logged("leading identity=(\\S+)");
      assertThat(holder(cluster)).isEqualTo(identity).startsWith("replica_");
      try (var second = start(cluster, home)) {
        second.logged("ready");
        assertThat(first.stop()).isEqualTo(Exit.OK.code());
        assertThat(second.logged("leading identity=(\\S+)")).isNotEqualTo(identity);
        assertThat(second.stop()).isEqualTo(Exit.OK.code());
      }
    }
    assertThat(holder(cluster)).isEmpty();
  }

  @Test
  void outsideOfAPodTheNamespaceOfTheLeaseHasToBeNamed(Cluster cluster) {
    try (var program = start(cluster, Map.of())) {
      assertThat(program.exit()).isEqualTo(Exit.USAGE.code());
      assertThat(program.errors())
          .last()
          .asString()
          .contains("--leader-elect needs a namespace for its lease")
          .endsWith("set POD_NAMESPACE, or leave --leader-elect out");
    }
  }

  private Launched start(Cluster cluster, Map<String, String> more) {
    var environment = new HashMap<>(more);
    environment.put(
        "KUBECONFIG", Operator.kubeconfig(cluster, folder, cluster.namespace()).toString());
    return Launched.operator(folder, environment, "--leader-elect", "--drain-delay=0s");
  }

  private static String holder(Cluster cluster) {
    return cluster
        .admin()
        .leases()
        .inNamespace(cluster.namespace())
        .withName(Leader.LEASE)
        .require()
        .getSpec()
        .getHolderIdentity();
  }
}
