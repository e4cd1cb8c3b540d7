package io.jaegertracing.operator.cli.serving;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfigurationBuilder;
import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.http.tls.DevelopmentCertificates;
import io.jaegertracing.operator.support.Generated;
import io.jaegertracing.operator.support.Launched;
import io.jaegertracing.operator.support.Operator;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.jaegertracing.operator.support.cluster.Kubectl;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A control plane with the kind Route is OpenShift enough. */
@OnCluster
class OpenShiftIT {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String TRUSTED = "tracing-trusted-ca";
  private static final String SERVICE = "tracing-service-ca";

  @TempDir
  private Path folder;

  private String lender;
  private String borrower;
  private String onlyTried;
  private Launched program;

  @BeforeEach
  void start(Cluster cluster) {
    cluster.installJaegerCrd();
    serveRoutes(cluster);
    lender = cluster.newNamespace("lender");
    borrower = cluster.newNamespace("borrower");
    onlyTried = cluster.newNamespace("tried");
    succeeds(cluster.kubectlWithInput(
        "{apiVersion: jaegertracing.io/v1, kind: Jaeger, metadata: {name: tracing}}",
        "create",
        "-n",
        lender,
        "-f",
        "-"));
    new DevelopmentCertificates(folder.resolve("certs"), "--cert-dir", Clock.systemUTC()).ready();
    program = Launched.operator(
        folder,
        Map.of(
            "KUBECONFIG",
            Operator.kubeconfig(cluster, folder, cluster.namespace()).toString(),
            "WATCH_NAMESPACE",
            String.join(",", lender, borrower, onlyTried)),
        "--drain-delay=0s");
  }

  @AfterEach
  void stop(Cluster cluster) {
    program.close();
    cluster
        .admin()
        .admissionRegistration()
        .v1()
        .mutatingWebhookConfigurations()
        .withName(lender)
        .delete();
  }

  @Test
  void aSidecarFindsItsAuthoritiesAndLeavesNoneBehind(Cluster cluster) throws Exception {
    program.logged("platform detected .*kind=openshift");
    register(cluster);
    eventually(
        "a trial gets a sidecar",
        () -> create(cluster, onlyTried, "--dry-run=server", "-o", "yaml").out().contains(SERVICE));

    succeeds(create(cluster, borrower));

    eventually(
        "both are there", () -> present(cluster, borrower).equals(List.of(SERVICE, TRUSTED)));
    assertThat(present(cluster, onlyTried)).isEmpty();

    var maps = cluster.admin().configMaps().inNamespace(borrower);
    maps.withName(TRUSTED)
        .edit(map -> new ConfigMapBuilder(map).addToData("ca-bundle.crt", "PEM").build());
    succeeds(cluster.kubectl("annotate", "deployment/app", "changed=yes", "-n", borrower));
    assertThat(maps.withName(TRUSTED).require().getData())
        .isEqualTo(Map.of("ca-bundle.crt", "PEM"));

    succeeds(cluster.kubectl("delete", "jaeger", "tracing", "-n", lender));
    eventually("both are gone", () -> present(cluster, borrower).isEmpty());
    assertThat(cluster
            .kubectl("get", "deployment", "app", "-n", borrower, "-o", "yaml")
            .out())
        .doesNotContain(TRUSTED);
    assertThat(program.stop()).isEqualTo(Exit.OK.code());
  }

  private static void serveRoutes(Cluster cluster) {
    var route = Generated.of("src/test/resources/crds/route.yaml").file().toString();
    succeeds(cluster.kubectl("apply", "-f", route));
    succeeds(cluster.kubectl("wait", "-f", route, "--for=condition=Established", "--timeout=60s"));
    eventually(
        "the group is served",
        () -> cluster.kubectl("get", "--raw", "/apis/route.openshift.io").exit() == 0);
  }

  private Kubectl.Result create(Cluster cluster, String namespace, String... how) {
    var workload = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: app, annotations: {sidecar.jaegertracing.io/inject: %s/tracing}}
        spec:
          replicas: 0
          selector: {matchLabels: {app: x}}
          template: {metadata: {labels: {app: x}}, spec: {containers: [{name: app, image: x}]}}
        """.formatted(lender);
    var arguments = new ArrayList<>(List.of("create", "-n", namespace, "-f", "-"));
    arguments.addAll(List.of(how));
    return cluster.kubectlWithInput(workload, arguments.toArray(String[]::new));
  }

  private static List<String> present(Cluster cluster, String namespace) {
    return cluster.admin().configMaps().inNamespace(namespace).list().getItems().stream()
        .map(ConfigMap::getMetadata)
        .map(metadata -> metadata.getName())
        .filter(name -> name.startsWith("tracing-"))
        .sorted()
        .toList();
  }

  private void register(Cluster cluster) throws Exception {
    var url = "https://" + program.logged("webhook address=(\\S+)") + "/mutate-v1-workload";
    var authority =
        Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve("certs/ca.crt")));
    program.logged("ready");
    var registration = new MutatingWebhookConfigurationBuilder()
        .withNewMetadata()
        .withName(lender)
        .endMetadata()
        .addNewWebhook()
        .withName("workload.sidecar-injector.jaegertracing.io")
        .withAdmissionReviewVersions("v1")
        .withSideEffects("NoneOnDryRun")
        .withFailurePolicy("Fail")
        .withNewClientConfig()
        .withUrl(url)
        .withCaBundle(authority)
        .endClientConfig()
        .withNewNamespaceSelector()
        .addNewMatchExpression()
        .withKey("kubernetes.io/metadata.name")
        .withOperator("In")
        .withValues(borrower, onlyTried)
        .endMatchExpression()
        .endNamespaceSelector()
        .addNewRule()
        .withApiGroups("apps")
        .withApiVersions("v1")
        .withOperations("CREATE", "UPDATE")
        .withResources("deployments")
        .endRule()
        .endWebhook()
        .build();
    cluster.admin().resource(registration).serverSideApply();
  }

  private static void succeeds(Kubectl.Result result) {
    assertThat(result.exit()).as(result.err()).isZero();
  }

  private static void eventually(String what, BooleanSupplier looked) {
    Eventually.holds(what, LONG, looked);
  }
}
