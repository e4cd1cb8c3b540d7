package io.jaegertracing.operator.kube.reconcile;

import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the cluster learns while the operator runs. The only test that looks after the whole cluster by itself: it takes no Jaeger but its own. */
@OnCluster
class CapabilitiesIT {
  private static final String MONITORS = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: servicemonitors.monitoring.coreos.com}
      spec:
        group: monitoring.coreos.com
        scope: Namespaced
        names: {kind: ServiceMonitor, plural: servicemonitors, singular: servicemonitor}
        versions:
          - name: v1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
      """;

  @Test
  void aKindThatIsDefinedLaterIsMadeThenAndForgottenWhenItGoes(Cluster cluster) {
    OtherKinds.absent(cluster, OwnedKind.SERVICE_MONITOR);
    var namespace = cluster.newNamespace("monitored");
    try (var backend = Backend.ofTheWholeCluster(cluster)) {
      backend.jaeger(namespace, "monitored", "{serviceMonitor: {enabled: true}}");
      backend.run(
          namespace,
          "label",
          "jaegers.jaegertracing.io",
          "monitored",
          "jaegertracing.io/operated-by=" + namespace);
      backend.begin(namespace).eventuallyReady(namespace, "monitored");

      backend.apply(namespace, MONITORS);

      var monitors = "/apis/monitoring.coreos.com/v1/namespaces/" + namespace + "/servicemonitors";
      backend.eventually(
          "the monitor is made", () -> backend.has(monitors + "/monitored-all-in-one-metrics"));
      var before = backend.passes("settled");
      backend.run(namespace, "delete", "crd", "servicemonitors.monitoring.coreos.com");
      OtherKinds.awaitGone(cluster, OwnedKind.SERVICE_MONITOR);
      backend.eventually("it looked again", () -> backend.passes("settled") > before);
      backend.eventuallyReady(namespace, "monitored");
    }
  }

  @Test
  void theClassOfTheClusterIsTheIngresses(Cluster cluster) {
    var namespace = cluster.newNamespace("classy");
    try (var backend = Backend.ofTheWholeCluster(cluster)) {
      backend.jaeger(namespace, "classy", "{}");
      backend.run(
          namespace,
          "label",
          "jaegers.jaegertracing.io",
          "classy",
          "jaegertracing.io/operated-by=" + namespace);
      backend.begin(namespace).eventuallyReady(namespace, "classy");

      backend.apply(namespace, """
          apiVersion: networking.k8s.io/v1
          kind: IngressClass
          metadata:
            name: %s
            annotations: {ingressclass.kubernetes.io/is-default-class: "true"}
          spec: {controller: example.com/ingress}
          """.formatted(namespace));

      backend.eventually(
          "the Ingress has it",
          () -> backend
              .admin()
              .get("/apis/networking.k8s.io/v1/namespaces/" + namespace + "/ingresses/classy-query")
              .at("/spec/ingressClassName")
              .asText()
              .equals(namespace));
      backend.run(namespace, "delete", "ingressclass", namespace);
      assertThat(backend.jaeger(namespace, "classy").at("/status/phase").asText())
          .isEqualTo("Running");
    }
  }
}
