package io.jaegertracing.operator.injection;

import io.jaegertracing.operator.support.Operator;
import io.jaegertracing.operator.support.cluster.Audit;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The operator has Roles in two namespaces and in its own, and no right in the cluster. */
@OnCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamedNamespacesIT {
  private Cluster cluster;
  private String home;
  private Site backend;
  private Site users;
  private Operator operator;

  @BeforeAll
  void start(Cluster here, @TempDir Path folder) {
    cluster = here;
    cluster.installJaegerCrd();
    backend = Site.create(cluster, "backend");
    users = Site.create(cluster, "users").with("annotate", Site.INJECT + "=tracing");
    var namespaces = List.of(backend.namespace(), users.namespace());
    home = cluster.newHome(namespaces);
    operator = Operator.startAt(
        cluster,
        folder,
        new Operator.Post(home, "jaeger-operator"),
        namespaces,
        "--leader-elect",
        "--platform=kubernetes");
  }

  @AfterAll
  void stop() {
    operator.close();
  }

  @Test
  void everythingButTheClusterIsLookedAfter() {
    assertThat(operator.program().logged("only these namespaces are looked after: ([^\n]+)"))
        .contains(
            "no ConsoleLink and no ClusterRoleBinding is made",
            "annotations of the namespaces count when a workload is written",
            "the server's version alone decides on native sidecars",
            "when the definition of Jaegers is applied later");
    backend.withJaeger(
        "tracing",
        "{strategy: production, storage: {type: elasticsearch, options: {es: {server-urls: 'http://es'}}},"
            + " ingress: {enabled: true}, collector: {autoscale: true, maxReplicas: 2}}");
    backend.eventually("its objects run", site -> site.isReady("tracing"));
    assertThat(backend.get("cronjobs,ingresses,horizontalpodautoscalers").path("items"))
        .hasSizeGreaterThanOrEqualTo(3);

    users.apply(Kind.DEPLOYMENT.yaml("app", "", ""));
    assertThat(users.agents("deployment", "app"))
        .as("the namespace asks for it")
        .isOne();
    backend.run("delete", "deployment", "tracing-collector");
    backend.eventually("it is repaired", site -> site.hasDeployment("tracing-collector"));
    backend.run("delete", "jaegers.jaegertracing.io", "tracing");
    users.eventually("its sidecar goes", site -> site.agents("deployment", "app") == 0);

    assertThat(operator.program().stop()).isZero();
    assertNothingOfTheClusterWasAskedFor();
  }

  private void assertNothingOfTheClusterWasAskedFor() {
    var account = cluster.accountOf(home);
    var requests = cluster.audit().requestsBy(account);
    assertThat(requests).extracting(Audit.Request::responseCode).doesNotContain(403);
    assertThat(requests)
        .filteredOn(request -> !isDiscovery(request) && !isAboutItself(request))
        .extracting(Audit.Request::namespace)
        .containsOnly(home, backend.namespace(), users.namespace());
    assertThat(requests)
        .extracting(Audit.Request::resource)
        .contains("jaegers", "leases", "events", "localsubjectaccessreviews", "namespaces");
  }

  private static boolean isDiscovery(Audit.Request request) {
    return request.resource().isEmpty();
  }

  private static boolean isAboutItself(Audit.Request request) {
    return request.resource().equals("selfsubjectaccessreviews");
  }
}
