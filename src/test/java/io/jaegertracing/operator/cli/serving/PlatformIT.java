package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.http.tls.DevelopmentCertificates;
import io.jaegertracing.operator.kube.reconcile.OtherKinds;
import io.jaegertracing.operator.support.Launched;
import io.jaegertracing.operator.support.Operator;
import io.jaegertracing.operator.support.cluster.Audit;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The kind Route makes a control plane an OpenShift. */
@OnCluster
class PlatformIT {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir
  private Path folder;

  @BeforeEach
  void begin(Cluster cluster) {
    cluster.installJaegerCrd();
    OtherKinds.absent(cluster, OwnedKind.ROUTE);
    new DevelopmentCertificates(folder.resolve("certs"), "--cert-dir", Clock.systemUTC()).ready();
  }

  @AfterEach
  void leaveNoOpenShift(Cluster cluster) {
    OtherKinds.absent(cluster, OwnedKind.ROUTE);
  }

  @Test
  void theOperatorBeginsAnewWhenItIsAnotherOne(Cluster cluster) {
    var namespace = cluster.newNamespace("anew");
    var labels = "kubernetes.io/metadata.name=" + namespace;
    try (var onKubernetes = start(cluster, cluster.namespace(), labels)) {
      onKubernetes.logged("platform detected .*kind=kubernetes");
      onKubernetes.logged("ready");
      apply(cluster, namespace);
      eventuallyThere(cluster, namespace, "ingress/simplest-query");

      OtherKinds.installed(cluster, List.of(OwnedKind.ROUTE));
      endsToBeginAnew(onKubernetes, "this is OpenShift now");
    }
    try (var onOpenShift = start(cluster, cluster.namespace(), labels)) {
      onOpenShift.logged("platform detected .*kind=openshift");
      onOpenShift.logged("ready");
      eventuallyThere(cluster, namespace, "route/simplest");

      OtherKinds.absent(cluster, OwnedKind.ROUTE);
      endsToBeginAnew(onOpenShift, "this is no OpenShift any more, and Kubernetes now");
    }
  }

  @Test
  void withRolesAloneThePlatformIsNotFollowed(Cluster cluster) {
    var namespace = cluster.newNamespace("narrow");
    var home = cluster.newHome(List.of(namespace));
    try (var program = start(cluster, home, namespace)) {
      program.logged("platform detected .*kind=kubernetes");
      program.logged("not allowed to list and watch the APIService v1\\.route\\.openshift\\.io");
      program.logged("ready");
      assertThat(program.stop()).isEqualTo(Exit.OK.code());
    }
    assertThat(cluster.audit().requestsBy(cluster.accountOf(home)))
        .isNotEmpty()
        .extracting(Audit.Request::resource)
        .doesNotContain("apiservices");
  }

  private static void endsToBeginAnew(Launched program, String reason) {
    assertThat(program.exit()).isEqualTo(Exit.OUTDATED.code());
    assertThat(program.errors())
        .anyMatch(line -> line.contains(reason + "; the operator ends with exit code 75"))
        .noneMatch(line -> line.contains("not closed in order"));
  }

  private static void apply(Cluster cluster, String namespace) {
    var applied = cluster.kubectlWithInput(
        "{apiVersion: jaegertracing.io/v1, kind: Jaeger, metadata: {name: simplest}}",
        "create",
        "-n",
        namespace,
        "-f",
        "-");
    assertThat(applied.exit()).as(applied.err()).isZero();
  }

  private static void eventuallyThere(Cluster cluster, String namespace, String object) {
    Eventually.holds(
        object + " is there",
        LONG,
        () -> cluster.kubectl("get", object, "-n", namespace).exit() == 0);
  }

  private Launched start(Cluster cluster, String home, String watched) {
    return Launched.operator(
        folder,
        Map.of(
            "KUBECONFIG",
            Operator.kubeconfig(cluster, folder, home).toString(),
            "POD_NAMESPACE",
            home,
            "WATCH_NAMESPACE",
            watched),
        "--drain-delay=0s");
  }
}
