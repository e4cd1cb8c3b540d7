package io.jaegertracing.operator.injection;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import java.time.Duration;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** A stand-in for Argo Rollouts: the kind, and a controller that makes one ReplicaSet of each. */
final class Rollouts {
  private static final String API = "argoproj.io/v1alpha1";
  private static final String HASH = "rollouts-pod-template-hash";
  private static final String CRD = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: rollouts.argoproj.io}
      spec:
        group: argoproj.io
        scope: Namespaced
        names: {kind: Rollout, plural: rollouts}
        versions:
        - name: v1alpha1
          served: true
          storage: true
          schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
      """;

  private Rollouts() {}

  static void install(Cluster cluster) {
    var applied = cluster.kubectlWithInput(CRD, "apply", "-f", "-");
    assertThat(applied.exit()).as(applied.err()).isZero();
    Eventually.holds(
        "discovery lists Rollouts",
        Duration.ofMinutes(1),
        () -> cluster.admin().supports(API, "Rollout"));
  }

  static void control(Cluster cluster, String namespace) {
    cluster
        .admin()
        .genericKubernetesResources(API, "Rollout")
        .inNamespace(namespace)
        .list()
        .getItems()
        .forEach(rollout -> makeReplicaSet(cluster, rollout));
  }

  private static void makeReplicaSet(Cluster cluster, GenericKubernetesResource rollout) {
    var metadata = rollout.getMetadata();
    var owner = new OwnerReferenceBuilder()
        .withApiVersion(API)
        .withKind("Rollout")
        .withName(metadata.getName())
        .withUid(metadata.getUid())
        .withController(true)
        .build();
    var template = new KubernetesSerialization()
        .convertValue(rollout.get("spec", "template"), PodTemplateSpec.class);
    template.getMetadata().getLabels().put(HASH, "1");
    var replicaSet = new ReplicaSetBuilder()
        .withNewMetadata()
        .withNamespace(metadata.getNamespace())
        .withName(metadata.getName() + "-1")
        .withOwnerReferences(owner)
        .endMetadata()
        .withNewSpec()
        .withReplicas(1)
        .withNewSelector()
        .withMatchLabels(Map.of("case", metadata.getName(), HASH, "1"))
        .endSelector()
        .withTemplate(template)
        .endSpec()
        .build();
    cluster.admin().resource(replicaSet).create();
  }
}
