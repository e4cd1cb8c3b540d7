package io.jaegertracing.operator.kube.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is made on OpenShift alone; of the whole cluster, since that is where ConsoleLinks and bindings are. */
@OnCluster
class OnOpenShiftIT {
  private static final String ROUTES = "/apis/route.openshift.io/v1/namespaces/";
  private static final String LINKS = "/apis/console.openshift.io/v1/consolelinks/";
  private static final String BINDINGS = "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/";
  private static final String WITH_LOGIN =
      "{ingress: {openshift: {delegateUrls: '{\"/\": {\"resource\": \"pods\", \"verb\": \"get\"}}'}}}";

  private static final List<String> IMAGE_STREAMS = List.of("""
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: imagestreams.image.openshift.io}
      spec:
        group: image.openshift.io
        scope: Namespaced
        names: {kind: ImageStream, plural: imagestreams}
        versions:
        - name: v1
          served: true
          storage: true
          schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
      """, """
      apiVersion: image.openshift.io/v1
      kind: ImageStream
      metadata: {name: oauth-proxy}
      status: {tags: [{tag: v1, items: [{dockerImageReference: "registry.example.com/oauth@sha256:1"}]}]}
      """);

  @Test
  void whatALoginNeedsIsMadeAndGoesWithItsJaeger(Cluster cluster) {
    var namespace = cluster.newNamespace("login");
    var link = LINKS + "jaeger-" + namespace + "-guarded";
    var binding = BINDINGS + namespace + "-guarded-oauth-proxy-auth-delegator";
    try (var backend = openShiftBackend(cluster)) {
      backend.jaeger(namespace, "guarded", WITH_LOGIN);
      backend.begin("everywhere").eventuallyReady(namespace, "guarded");

      var secret = secret(backend, namespace);
      assertThat(Base64.getUrlDecoder().decode(seed(secret))).hasSize(32);
      assertThat(secret.at("/metadata/ownerReferences/0/controller").asBoolean())
          .isTrue();
      assertThat(backend.admin().get(binding).at("/roleRef/name").asText())
          .isEqualTo("system:auth-delegator");
      assertThat(backend.exists(link)).isFalse();

      ObjectNode host =
          backend.admin().get(ROUTES + namespace + "/routes/guarded").deepCopy();
      host.putObject("status").putArray("ingress").addObject().put("host", "guarded.example.com");
      backend.admin().put(ROUTES + namespace + "/routes/guarded", host);
      backend.eventually("the link is there", () -> backend.exists(link));
      assertThat(backend.admin().get(link).at("/spec/href").asText())
          .isEqualTo("https://guarded.example.com");
      backend.eventually(
          namespace,
          "guarded",
          "the status says where",
          jaeger -> jaeger.at("/status/endpoints").toString().contains("guarded.example.com"));

      backend.run(namespace, "delete", "jaegers.jaegertracing.io", "guarded");
      backend.eventually("the link is gone", () -> !backend.exists(link));
      backend.eventually("the binding is gone", () -> !backend.exists(binding));
      backend.eventually(
          "the Secret is gone",
          () -> !backend.exists("/api/v1/namespaces/" + namespace + "/secrets/guarded-ui-cookie"));
    }
  }

  @Test
  void theSeedOfTheCookiesStaysUntilItsSecretIsDeleted(Cluster cluster) {
    var namespace = cluster.newNamespace("cookie");
    try (var backend = openShiftBackend(cluster, namespace)) {
      backend.jaeger(namespace, "guarded", "{}");
      backend.begin().eventuallyReady(namespace, "guarded");
      var first = seed(secret(backend, namespace));
      backend.end();
      var passes = backend.passes("settled");
      var writes = backend.writes(namespace).size();

      backend.begin();
      backend.eventually("it looked again", () -> backend.passes("settled") > passes);
      assertThat(backend.writes(namespace)).hasSize(writes);
      assertThat(seed(secret(backend, namespace))).isEqualTo(first);

      backend.run(
          namespace, "label", "secret", "guarded-ui-cookie", "app.kubernetes.io/managed-by-");
      backend.eventually(
          "it is labelled again",
          () -> secret(backend, namespace)
              .at("/metadata/labels/app.kubernetes.io~1managed-by")
              .isTextual());
      assertThat(seed(secret(backend, namespace))).isEqualTo(first);

      backend.run(namespace, "delete", "secret", "guarded-ui-cookie");
      backend.eventually(
          "it is made again",
          () -> backend.exists("/api/v1/namespaces/" + namespace + "/secrets/guarded-ui-cookie"));
      assertThat(seed(secret(backend, namespace))).isNotEqualTo(first);
    }
  }

  @Test
  void whatWasLeftBehindWhileNobodyLookedGoesAndNothingElseDoes(Cluster cluster) {
    var namespace = cluster.newNamespace("left");
    var gone = BINDINGS + namespace + "-gone-oauth-proxy-auth-delegator";
    try (var backend = openShiftBackend(cluster)) {
      backend.jaeger(namespace, "gone", WITH_LOGIN);
      backend.jaeger(namespace, "stays", WITH_LOGIN);
      backend.begin("everywhere").eventuallyReady(namespace, "gone");
      backend.eventuallyReady(namespace, "stays");
      backend.end();
      backend.run(namespace, "delete", "jaegers.jaegertracing.io", "gone");
      backend.apply(namespace, """
          apiVersion: rbac.authorization.k8s.io/v1
          kind: ClusterRoleBinding
          metadata:
            name: NAMESPACE-by-the-go-operator
            labels: {app.kubernetes.io/managed-by: jaeger-operator}
            ownerReferences:
            - {apiVersion: jaegertracing.io/v1, kind: Jaeger, name: old, uid: 0-0-0, controller: true}
          roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
          ---
          apiVersion: rbac.authorization.k8s.io/v1
          kind: ClusterRoleBinding
          metadata:
            name: NAMESPACE-of-nobody
            labels: {app.kubernetes.io/managed-by: jaeger-operator}
          roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
          """.replace("NAMESPACE", namespace));

      var stays = BINDINGS + namespace + "-stays-oauth-proxy-auth-delegator";
      var binding = backend.admin().getMetadata(stays);
      var passes = backend.passes("settled");

      backend.begin("everywhere");

      backend.eventually("what was left behind is gone", () -> !backend.exists(gone));
      backend.eventually(
          "so is what the Go operator left behind",
          () -> !backend.exists(BINDINGS + namespace + "-by-the-go-operator"));
      backend.eventually("it looked again", () -> backend.passes("settled") > passes);
      assertThat(backend.admin().getMetadata(stays)).isEqualTo(binding);
      assertThat(backend.exists(BINDINGS + namespace + "-of-nobody")).isTrue();
    }
  }

  @Test
  void theLoginRunsTheImageThatItsStreamStandsForNow(Cluster cluster) {
    var namespace = cluster.newNamespace("stream");
    IMAGE_STREAMS.forEach(text -> apply(cluster, namespace, text));
    try (var backend = Backend.of(
            "--platform=openshift",
            "--openshift-oauth-proxy-imagestream-ns=" + namespace,
            "--openshift-oauth-proxy-imagestream-name=oauth-proxy")
        .amid(OwnedKind.ROUTE, OwnedKind.CONSOLE_LINK)
        .in(cluster)) {
      backend.jaeger(namespace, "guarded", WITH_LOGIN);
      backend.begin("everywhere").eventuallyReady(namespace, "guarded");
      assertThat(loginImage(backend, namespace)).isEqualTo("registry.example.com/oauth@sha256:1");
      assertThat(backend.exists(BINDINGS + namespace + "-guarded-oauth-proxy-auth-delegator"))
          .as("nobody told whether it may delegate, and it may")
          .isTrue();

      apply(cluster, namespace, IMAGE_STREAMS.get(1).replace("sha256:1", "sha256:2"));
      backend.eventually(
          "the new image is there",
          () -> loginImage(backend, namespace).equals("registry.example.com/oauth@sha256:2"));
    } finally {
      cluster.kubectl("delete", "crd", "imagestreams.image.openshift.io");
    }
  }

  private static void apply(Cluster cluster, String namespace, String yaml) {
    Eventually.holds(
        "it is applied",
        Duration.ofMinutes(1),
        () ->
            cluster.kubectlWithInput(yaml, "apply", "-n", namespace, "-f", "-").exit() == 0);
  }

  private static String loginImage(Backend backend, String namespace) {
    for (var container :
        backend.deployment(namespace, "guarded").at("/spec/template/spec/containers")) {
      if (container.path("name").asText().equals("oauth-proxy")) {
        return container.path("image").asText();
      }
    }
    return "";
  }

  private static Backend openShiftBackend(Cluster cluster, String... namespaces) {
    return Backend.of("--platform=openshift")
        .amid(OwnedKind.ROUTE, OwnedKind.CONSOLE_LINK)
        .with("AUTH_DELEGATOR_AVAILABLE", "yes")
        .in(cluster, namespaces);
  }

  private static JsonNode secret(Backend backend, String namespace) {
    return backend.admin().get("/api/v1/namespaces/" + namespace + "/secrets/guarded-ui-cookie");
  }

  private static String seed(JsonNode secret) {
    return new String(
        Base64.getDecoder().decode(secret.at("/data/cookie-secret").asText()),
        StandardCharsets.US_ASCII);
  }
}
