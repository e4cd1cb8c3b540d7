package io.jaegertracing.operator.cli.serving;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfigurationBuilder;
import io.jaegertracing.operator.http.Loopback;
import io.jaegertracing.operator.support.Launched;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.jaegertracing.operator.support.cluster.Kubectl;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@OnCluster
class JaegerValidationIT {
  private static final String JAEGER = """
      apiVersion: jaegertracing.io/v1
      kind: Jaeger
      metadata: {name: tracing, labels: {is: %s}}
      spec: {volumes: [{name: v, secret: {secretNam: s}}], affinity: {nodeAfinity: {}}}
      """;

  @TempDir
  private Path folder;

  private Launched program;
  private String health;

  @BeforeEach
  void start() throws Exception {
    Files.writeString(Files.createDirectory(folder.resolve("resources")).resolve("none.yaml"), "");
    program = Launched.start(
        folder,
        Map.of(),
        "standalone",
        "--cert-dir=certs",
        "--resources=resources",
        "--webhook-bind-port=0",
        "--http-bind-address=127.0.0.1:0");
    health = program.printed("metrics +(http://\\S+)");
  }

  @AfterEach
  void stop() {
    program.close();
  }

  @Test
  void whoAppliesABrokenJaegerReadsWhatToDo(Cluster cluster) throws Exception {
    cluster.installJaegerCrd();
    var namespace = cluster.newNamespace("new");
    register(cluster, namespace);
    var answer = apply(cluster, namespace, "new");
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err())
        .contains("The Jaeger \"tracing\" is invalid")
        .contains(
            "* spec.volumes[0].secret.secretNam: \"secretNam\" is no field that is known here; did you mean secretName? [unknown-field]")
        .contains(
            "* spec.affinity.nodeAfinity: \"nodeAfinity\" is no field that is known here; did you mean nodeAffinity? [unknown-field]");
    program.logged("refused .*name=tracing");
    assertThat(Loopback.get(Loopback.client().build(), health).body())
        .contains("outcome=\"refused\",path=\"/validate-jaegertracing-io-v1-jaeger\"");
  }

  @Test
  void whatIsStoredAlreadyCanBeChangedAndDeleted(Cluster cluster) throws Exception {
    cluster.installJaegerCrd();
    var namespace = cluster.newNamespace("stored");
    assertThat(apply(cluster, namespace, "stored").exit()).isZero();
    register(cluster, namespace);
    var answer = apply(cluster, namespace, "changed");
    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.err()).contains("Warning: [unknown-field] spec.volumes[0].secret.secretNam");
    assertThat(cluster.kubectl("delete", "jaeger", "tracing", "-n", namespace).exit())
        .isZero();
  }

  private static Kubectl.Result apply(Cluster cluster, String namespace, String label) {
    return cluster.kubectlWithInput(JAEGER.formatted(label), "apply", "-n", namespace, "-f", "-");
  }

  private void register(Cluster cluster, String namespace) throws Exception {
    var url = program.printed("webhook +(https://\\S+)") + "/validate-jaegertracing-io-v1-jaeger";
    var authority =
        Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve("certs/ca.crt")));
    var registration = new ValidatingWebhookConfigurationBuilder()
        .withNewMetadata()
        .withName(namespace)
        .endMetadata()
        .addNewWebhook()
        .withName("vjaeger.kb.io")
        .withAdmissionReviewVersions("v1")
        .withSideEffects("None")
        .withFailurePolicy("Fail")
        .withNewClientConfig()
        .withUrl(url)
        .withCaBundle(authority)
        .endClientConfig()
        .withNewNamespaceSelector()
        .addToMatchLabels("kubernetes.io/metadata.name", namespace)
        .endNamespaceSelector()
        .addNewRule()
        .withApiGroups("jaegertracing.io")
        .withApiVersions("v1")
        .withOperations("CREATE", "UPDATE")
        .withResources("jaegers")
        .endRule()
        .endWebhook()
        .build();
    cluster.admin().resource(registration).serverSideApply();
    awaitRegistration(cluster, namespace);
  }

  /** The API server calls a new webhook after a moment. */
  private static void awaitRegistration(Cluster cluster, String namespace) {
    var probe = JAEGER.formatted("probe").replace("tracing", "probe");
    Eventually.holds(
        "the webhook is asked",
        Duration.ofSeconds(30),
        () -> cluster
                .kubectlWithInput(probe, "create", "--dry-run=server", "-n", namespace, "-f", "-")
                .exit()
            != 0);
  }
}
