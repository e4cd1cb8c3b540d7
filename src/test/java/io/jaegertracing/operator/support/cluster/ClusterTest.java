package io.jaegertracing.operator.support.cluster;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClusterTest {
  @Test
  void namesANamespaceAfterItsHint() {
    assertThat(Cluster.name("ControlPlaneIT")).matches("control-plane-it-[a-z0-9]{5}");
  }

  @Test
  void keepsANameShort() {
    assertThat(Cluster.name("AnIntegrationTestWithAVeryLongNameIndeedIT")).hasSizeLessThan(40);
  }
}
