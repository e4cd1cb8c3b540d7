package io.jaegertracing.operator.injection;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ReplicationControllerBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands in for Argo Rollouts and OpenShift: their kinds, and a controller that makes one revision of each object. */
final class StandIns {
  private static final String CRD = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: PLURAL.GROUP}
      spec:
        group: GROUP
        scope: Namespaced
        names: {kind: KIND, plural: PLURAL}
        versions:
        - name: VERSION
          served: true
          storage: true
          schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
      """;

  private StandIns() {}

  static void install(Cluster cluster) {
    install(cluster, Kind.ROLLOUT, "rollouts");
    install(cluster, Kind.DEPLOYMENT_CONFIG, "deploymentconfigs");
  }

  private static void install(Cluster cluster, Kind kind, String plural) {
    var type = kind.apiVersion().split("/", -1);
    var crd = CRD.replace("PLURAL", plural)
        .replace("GROUP", type[0])
        .replace("VERSION", type[1])
        .replace("KIND", kind.kind());
    var applied = cluster.kubectlWithInput(crd, "apply", "-f", "-");
    assertThat(applied.exit()).as(applied.err()).isZero();
    Eventually.holds(
        "discovery lists " + plural,
        Duration.ofMinutes(1),
        () -> cluster.admin().supports(kind.apiVersion(), kind.kind()));
  }

  static void control(Cluster cluster, String namespace) {
    each(cluster, namespace, Kind.ROLLOUT, rollout -> makeReplicaSet(cluster, rollout));
    each(
        cluster,
        namespace,
        Kind.DEPLOYMENT_CONFIG,
        config -> makeReplicationController(cluster, config));
  }

  private static void each(
      Cluster cluster, String namespace, Kind kind, Consumer<GenericKubernetesResource> made) {
    cluster
        .admin()
        .genericKubernetesResources(kind.apiVersion(), kind.kind())
        .inNamespace(namespace)
        .list()
        .getItems()
        .forEach(made);
  }

  private static void makeReplicaSet(Cluster cluster, GenericKubernetesResource rollout) {
    var revision = Map.of("rollouts-pod-template-hash", "1");
    var template = template(rollout, revision);
    cluster
        .admin()
        .resource(new ReplicaSetBuilder()
            .withMetadata(firstRevision(rollout))
            .withNewSpec()
            .withReplicas(1)
            .withNewSelector()
            .withMatchLabels(template.getMetadata().getLabels())
            .endSelector()
            .withTemplate(template)
            .endSpec()
            .build())
        .create();
  }

  private static void makeReplicationController(Cluster cluster, GenericKubernetesResource config) {
    var name = config.getMetadata().getName();
    var template = template(config, Map.of("deployment", name + "-1", "deploymentconfig", name));
    cluster
        .admin()
        .resource(new ReplicationControllerBuilder()
            .withMetadata(firstRevision(config))
            .withNewSpec()
            .withReplicas(1)
            .withSelector(template.getMetadata().getLabels())
            .withTemplate(template)
            .endSpec()
            .build())
        .create();
  }

  private static PodTemplateSpec template(
      GenericKubernetesResource owner, Map<String, String> more) {
    var template = new KubernetesSerialization()
        .convertValue(owner.get("spec", "template"), PodTemplateSpec.class);
    template.getMetadata().getLabels().putAll(more);
    return template;
  }

  private static ObjectMeta firstRevision(GenericKubernetesResource owner) {
    var metadata = owner.getMetadata();
    return new ObjectMetaBuilder()
        .withNamespace(metadata.getNamespace())
        .withName(metadata.getName() + "-1")
        .addNewOwnerReference()
        .withApiVersion(owner.getApiVersion())
        .withKind(owner.getKind())
        .withName(metadata.getName())
        .withUid(metadata.getUid())
        .withController(true)
        .endOwnerReference()
        .build();
  }
}
