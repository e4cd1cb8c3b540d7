package io.jaegertracing.operator.support.cluster;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnCluster
class ControlPlaneIT {
  @Test
  void answers(Cluster cluster) {
    assertThat(cluster.admin().getKubernetesVersion().getMinor()).isEqualTo("35");
  }
}
