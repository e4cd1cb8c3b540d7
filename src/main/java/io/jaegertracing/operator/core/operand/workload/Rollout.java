package io.jaegertracing.operator.core.operand.workload;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategyBuilder;
import io.jaegertracing.operator.core.plan.Storage;

/** How Pods are replaced where their user does not say it. */
final class Rollout {
  private Rollout() {}

  /** Spans are taken in all the time, unless the new Pod could not work beside the old one. */
  static DeploymentStrategy of(Storage.Type storage, PodSpec pod) {
    return storage.isShared() && !claimsVolume(pod) ? newFirst() : oldFirst();
  }

  /** Often one node at a time may have the volume: a Pod on another one would wait for it, and the old Pod for that Pod. */
  private static boolean claimsVolume(PodSpec pod) {
    return pod.getVolumes().stream().anyMatch(volume -> volume.getPersistentVolumeClaim() != null);
  }

  private static DeploymentStrategy newFirst() {
    return new DeploymentStrategyBuilder()
        .withType("RollingUpdate")
        .withNewRollingUpdate()
        .withMaxUnavailable(new IntOrString(0))
        .withMaxSurge(new IntOrString(1))
        .endRollingUpdate()
        .build();
  }

  /**
   * One process at a time may open a badger directory. Two memories would answer in turn, each with half of the spans,
   * and the old half is lost a moment later anyway.
   */
  private static DeploymentStrategy oldFirst() {
    return new DeploymentStrategyBuilder().withType("Recreate").build();
  }
}
