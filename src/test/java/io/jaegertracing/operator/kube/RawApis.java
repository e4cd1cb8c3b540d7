package io.jaegertracing.operator.kube;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jaegertracing.operator.support.cluster.Cluster;
import java.time.Duration;

/** Raw access for tests, under three names. */
public final class RawApis {
  private RawApis() {}

  public static RawApi product(Cluster cluster) {
    return of(cluster.product());
  }

  public static RawApi admin(Cluster cluster) {
    return of(cluster.admin());
  }

  public static RawApi of(KubernetesClient client) {
    return new RawApi(client, Duration.ofMinutes(1));
  }

  /** Known to the server, allowed nothing. The caller closes it. */
  public static KubernetesClient nobody(Cluster cluster) {
    var config = Config.fromKubeconfig(cluster.kubeconfig().toFile());
    config.setImpersonateUsername("nobody");
    return new KubernetesClientBuilder().withConfig(config).build();
  }
}
