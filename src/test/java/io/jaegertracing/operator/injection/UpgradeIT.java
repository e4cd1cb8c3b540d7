package io.jaegertracing.operator.injection;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhook;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import io.jaegertracing.operator.support.cluster.Registration;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The shipped registration, applied over that of the Go operator. Neither is called: no service has the address. */
@OnCluster
class UpgradeIT {
  private static final String NAME = "jaeger-operator-mutating-webhook-configuration";
  private static final String GO = """
      apiVersion: admissionregistration.k8s.io/v1
      kind: MutatingWebhookConfiguration
      metadata: {name: NAME}
      webhooks:
      - name: deployment.sidecar-injector.jaegertracing.io
        admissionReviewVersions: [v1]
        clientConfig: {service: {name: none, namespace: none, path: /mutate-v1-deployment}}
        failurePolicy: Ignore
        objectSelector: {matchExpressions: [{key: name, operator: NotIn, values: [jaeger-operator]}]}
        rules: [{apiGroups: [apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [deployments]}]
        sideEffects: None
      - name: mjaeger.kb.io
        admissionReviewVersions: [v1]
        clientConfig: {service: {name: none, namespace: none, path: /mutate-jaegertracing-io-v1-jaeger}}
        failurePolicy: Fail
        namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: none}}
        rules: [{apiGroups: [jaegertracing.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [jaegers]}]
        sideEffects: None
      """;

  @AfterEach
  void unregister(Cluster cluster) {
    cluster.kubectl("delete", "mutatingwebhookconfiguration", name(cluster));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothingOfTheGoOperatorStays(boolean byServer, Cluster cluster) throws Exception {
    var shipped = Files.readString(Registration.file("mutating.yaml")).replace(NAME, name(cluster));
    var go = cluster.kubectlWithInput(GO.replace("NAME", name(cluster)), "apply", "-f", "-");
    assertThat(go.exit()).as(go.err()).isZero();

    var upgraded = cluster.kubectlWithInput(
        shipped, "apply", "--server-side=" + byServer, "--force-conflicts=" + byServer, "-f", "-");

    assertThat(upgraded.exit()).as(upgraded.err()).isZero();

    var webhooks = cluster
        .admin()
        .admissionRegistration()
        .v1()
        .mutatingWebhookConfigurations()
        .withName(name(cluster))
        .require()
        .getWebhooks();
    assertThat(webhooks)
        .extracting(MutatingWebhook::getName)
        .containsExactlyInAnyOrder(
            "deployment.sidecar-injector.jaegertracing.io",
            "workload.sidecar-injector.jaegertracing.io",
            "pod.sidecar-injector.jaegertracing.io");
  }

  private static String name(Cluster cluster) {
    return NAME + "-" + cluster.namespace();
  }
}
