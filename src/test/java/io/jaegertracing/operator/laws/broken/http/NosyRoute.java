package io.jaegertracing.operator.laws.broken.http;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jaegertracing.operator.laws.broken.kube.ClusterCaller;

public class NosyRoute {
  public String asksTheCluster(KubernetesClient client) {
    return client.getMasterUrl() + ClusterCaller.class.getName();
  }
}
