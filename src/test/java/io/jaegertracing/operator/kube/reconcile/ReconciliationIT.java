package io.jaegertracing.operator.kube.reconcile;

import io.jaegertracing.operator.support.cluster.Audit;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnCluster
class ReconciliationIT {
  @Test
  void aJaegerBecomesWhatItSaysWithNoWriteTooMany(Cluster cluster) {
    var namespace = cluster.newNamespace("simple");
    try (var backend = Backend.in(cluster, namespace)) {
      backend.jaeger(namespace, "simplest", "{}");

      backend.begin().eventuallyReady(namespace, "simplest");

      assertThat(backend.objects(namespace, "simplest"))
          .containsExactly(
              "ConfigMap/simplest-sampling-configuration",
              "Deployment/simplest",
              "Ingress/simplest-query",
              "Service/simplest-agent",
              "Service/simplest-collector",
              "Service/simplest-collector-headless",
              "Service/simplest-query",
              "ServiceAccount/simplest");
      var status = backend.jaeger(namespace, "simplest").path("status");
      assertThat(status.path("phase").asText()).isEqualTo("Running");
      assertThat(status.path("version").asText()).isEqualTo("1.76.0");
      assertThat(backend.writes(namespace))
          .extracting(Audit.Request::resource)
          .hasSizeLessThanOrEqualTo(8 + 3);
    }
  }

  @Test
  void whatIsDeletedOrChangedByHandComesBackAndWhatOthersAddStays(Cluster cluster) {
    var namespace = cluster.newNamespace("drift");
    try (var backend = Backend.in(cluster, namespace)) {
      backend.jaeger(namespace, "simplest", "{}");
      backend.begin().eventuallyReady(namespace, "simplest");

      backend.run(namespace, "delete", "service", "simplest-query");
      backend.run(namespace, "set", "image", "deployment/simplest", "jaeger=changed");
      backend.run(
          namespace, "label", "configmap", "simplest-sampling-configuration", "app-", "mine=too");
      backend.run(namespace, "annotate", "deployment", "simplest", "mesh=yes");

      backend.eventually(
          "all is as before",
          () -> backend.objects(namespace, "simplest").contains("Service/simplest-query")
              && backend
                  .deployment(namespace, "simplest")
                  .at("/spec/template/spec/containers/0/image")
                  .asText()
                  .equals("jaegertracing/all-in-one:1.76.0")
              && backend
                  .admin()
                  .get("/api/v1/namespaces/" + namespace
                      + "/configmaps/simplest-sampling-configuration")
                  .at("/metadata/labels/app")
                  .asText()
                  .equals("jaeger"));
      assertThat(backend
              .deployment(namespace, "simplest")
              .at("/metadata/annotations/mesh")
              .asText())
          .isEqualTo("yes");
      assertThat(backend
              .admin()
              .get(
                  "/api/v1/namespaces/" + namespace + "/configmaps/simplest-sampling-configuration")
              .at("/metadata/labels/mine")
              .asText())
          .isEqualTo("too");
      backend.eventuallyReady(namespace, "simplest");
    }
  }

  @Test
  void anotherStrategyReplacesWhatIsThere(Cluster cluster) {
    var namespace = cluster.newNamespace("switch");
    try (var backend = Backend.in(cluster, namespace)) {
      backend.jaeger(namespace, "moving", "{}");
      backend.begin().eventuallyReady(namespace, "moving");

      backend.jaeger(
          namespace,
          "moving",
          "{strategy: production, storage: {type: elasticsearch, options: {es.server-urls: 'http://es:9200'}}, collector: {autoscale: false}}");

      backend.eventually(
          "the old one is gone",
          () -> backend.objects(namespace, "moving").stream()
              .noneMatch(object -> object.equals("Deployment/moving")));
      backend.eventuallyReady(namespace, "moving");
      assertThat(backend.objects(namespace, "moving"))
          .contains("Deployment/moving-collector", "Deployment/moving-query")
          .doesNotContain("Service/moving-agent");

      backend.run(
          namespace,
          "delete",
          "jaegers.jaegertracing.io",
          "moving",
          "--cascade=foreground",
          "--timeout=60s");
      backend.eventually(
          "nothing is left",
          () -> backend
              .admin()
              .get("/apis/apps/v1/namespaces/" + namespace + "/deployments")
              .path("items")
              .isEmpty());
    }
  }

  @Test
  void anIdleOrRestartedOperatorWritesNothing(Cluster cluster) {
    var namespace = cluster.newNamespace("idle");
    try (var backend = Backend.in(cluster, namespace)) {
      backend.jaeger(namespace, "simplest", "{}");
      backend.begin().eventuallyReady(namespace, "simplest");
      backend.end();
      var before = backend.writes(namespace).size();
      var passes = backend.passes("settled");

      backend.begin();

      backend.eventually("it looked again", () -> backend.passes("settled") > passes);
      assertThat(backend.writes(namespace)).hasSize(before);
    }
  }

  @Test
  void whatIsRefusedIsSaidInTheStatusAndWhatRunsGoesOn(Cluster cluster) {
    var namespace = cluster.newNamespace("refused");
    try (var backend = Backend.in(cluster, namespace)) {
      backend.jaeger(namespace, "wrong", "{}");
      backend.begin().eventuallyReady(namespace, "wrong");

      backend.jaeger(namespace, "wrong", "{labels: {team: 'not a label!'}}");

      backend.eventually(
          namespace,
          "wrong",
          "it says so",
          jaeger ->
              Backend.condition(jaeger, "Degraded").path("status").asText().equals("True"));
      assertThat(Backend.condition(backend.jaeger(namespace, "wrong"), "Degraded")
              .path("message")
              .asText())
          .contains("spec.");
      assertThat(backend.jaeger(namespace, "wrong").at("/status/phase").asText())
          .isEqualTo("Failed");
      assertThat(backend.objects(namespace, "wrong")).contains("Deployment/wrong");
    }
  }

  /** Stored while no webhook answered. */
  @Test
  void whatNobodyCanMakeSenseOfIsSaidInTheStatus(Cluster cluster) {
    var namespace = cluster.newNamespace("senseless");
    try (var backend = Backend.in(cluster, namespace)) {
      backend.jaeger(namespace, "senseless", "{volumeMounts: [{name: nowhere}]}");

      backend.begin();

      backend.eventually(
          namespace,
          "senseless",
          "it says so",
          jaeger -> Backend.condition(jaeger, "Ready").path("reason").asText().equals("Refused"));
    }
  }

  @Test
  void aForeignObjectInOurPlaceIsNeitherTouchedNorTakenOver(Cluster cluster) {
    var namespace = cluster.newNamespace("foreign");
    try (var backend = Backend.in(cluster, namespace)) {
      backend.apply(namespace, """
          apiVersion: v1
          kind: Service
          metadata: {name: taken-query}
          spec: {ports: [{port: 1}]}
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: taken-sampling-configuration
            labels: {app.kubernetes.io/managed-by: jaeger-operator, app.kubernetes.io/instance: taken}
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: lookalike
            labels: {app.kubernetes.io/managed-by: jaeger-operator, app.kubernetes.io/instance: taken}
          """);
      backend.jaeger(namespace, "taken", "{}");

      backend.begin();

      backend.eventually(
          namespace,
          "taken",
          "it says so",
          jaeger -> Backend.condition(jaeger, "Ready")
              .path("message")
              .asText()
              .contains("ConfigMap " + namespace + "/taken-sampling-configuration exists"));
      backend.run(namespace, "delete", "configmap", "taken-sampling-configuration");
      backend.eventually(
          namespace,
          "taken",
          "it says so of the next",
          jaeger -> Backend.condition(jaeger, "Ready")
              .path("message")
              .asText()
              .contains("Service " + namespace + "/taken-query exists"));
      assertThat(Backend.condition(backend.jaeger(namespace, "taken"), "Ready")
              .path("reason")
              .asText())
          .isEqualTo("NameTaken");
      backend.run(namespace, "delete", "service", "taken-query");
      backend.eventuallyReady(namespace, "taken");
      assertThat(backend
              .admin()
              .get("/api/v1/namespaces/" + namespace + "/configmaps/lookalike")
              .at("/metadata/ownerReferences")
              .isEmpty())
          .isTrue();
    }
  }

  @Test
  void anObjectWhoseOwnerWasTakenAwayIsToldOf(Cluster cluster) {
    var namespace = cluster.newNamespace("disowned");
    try (var backend = Backend.in(cluster, namespace)) {
      backend.jaeger(namespace, "shop", "{}");
      backend.begin().eventuallyReady(namespace, "shop");

      backend.run(
          namespace,
          "patch",
          "service",
          "shop-query",
          "--type=merge",
          "--patch=metadata: {ownerReferences: null}");

      backend.eventually(
          namespace,
          "shop",
          "it says so",
          jaeger -> Backend.condition(jaeger, "Ready").path("reason").asText().equals("NameTaken"));
      backend.run(namespace, "delete", "service", "shop-query");
      backend.eventuallyReady(namespace, "shop");
      assertThat(backend.told()).endsWith("NameTaken", "Recovered");
    }
  }

  @Test
  void whatTheFormerJaegerOfTheNameLeftIsWaitedForAndAlarmsNobody(Cluster cluster) {
    var namespace = cluster.newNamespace("anew");
    try (var backend = Backend.in(cluster, namespace)) {
      backend.jaeger(namespace, "shop", "{}");
      backend.begin().eventuallyReady(namespace, "shop");
      hold(backend, namespace, "[example.com/held]");

      backend.run(namespace, "delete", "jaegers.jaegertracing.io", "shop");
      backend.jaeger(namespace, "shop", "{}");

      backend.eventually(
          namespace,
          "shop",
          "it waits for the Service",
          jaeger -> Backend.condition(jaeger, "Progressing")
              .path("message")
              .asText()
              .equals("Service " + namespace + "/shop-query is being deleted"));
      hold(backend, namespace, "null");
      backend.eventuallyReady(namespace, "shop");
      assertThat(backend.told()).contains("BeingDeleted").doesNotContain("NameTaken");
    }
  }

  private static void hold(Backend backend, String namespace, String finalizers) {
    backend.run(
        namespace,
        "patch",
        "service",
        "shop-query",
        "--type=merge",
        "--patch=metadata: {finalizers: " + finalizers + "}");
  }

  @Test
  void theJaegerOfAnotherOperatorIsLeftAlone(Cluster cluster) {
    var namespace = cluster.newNamespace("theirs");
    try (var backend = Backend.in(cluster, namespace)) {
      backend.jaeger(namespace, "theirs", "{}");
      backend.run(
          namespace,
          "label",
          "jaegers.jaegertracing.io",
          "theirs",
          "jaegertracing.io/operated-by=somebody");

      backend.begin();

      backend.eventually("it was seen", () -> backend.passes("foreign") > 0);
      assertThat(backend.writes(namespace)).isEmpty();
    }
  }
}
