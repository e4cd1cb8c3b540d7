package io.jaegertracing.operator.injection;

import io.jaegertracing.operator.support.Operator;
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

/** No namespace is named, so that all are watched. */
@OnCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeClusterIT {
  private Site backend;
  private Site users;
  private Site young;
  private Operator operator;

  @BeforeAll
  void start(Cluster cluster, @TempDir Path folder) {
    cluster.installJaegerCrd();
    backend = Site.create(cluster, "backend")
        .withJaeger("whole-cluster", "{}")
        .withJaeger("whole-cluster-leaving", "{}");
    users = Site.create(cluster, "users");
    young = new Site(cluster, cluster.namespace() + "-young");
    operator = Operator.startForAll(
        cluster, folder, List.of(backend.namespace(), users.namespace(), young.namespace()));
  }

  @AfterAll
  void stop() {
    operator.close();
  }

  @Test
  void aJaegerOfAnotherNamespaceIsFoundByItsName() {
    users.apply(Kind.DEPLOYMENT.yaml("by-name", Site.inject("whole-cluster"), ""));

    assertThat(Site.agents(users.template("deployment", "by-name")))
        .singleElement()
        .satisfies(agent -> assertThat(agent.path("args").toString())
            .contains("whole-cluster-collector-headless." + backend.namespace() + ".svc"));
    users.eventually("its Pod runs", here -> here.runs("by-name"));
  }

  @Test
  void theJaegerOfTheOwnNamespaceGoesBeforeAllOthers() {
    backend.apply(Kind.DEPLOYMENT.yaml("own", Site.inject("whole-cluster"), ""));

    assertThat(backend.template("deployment", "own").toString())
        .contains("whole-cluster-collector-headless." + backend.namespace() + ".svc");
  }

  /** A namespace and its first workload come in one breath, as a chart applies them. */
  @Test
  void aNamespaceThatIsBornWithItsWorkloadsIsInjected() {
    var both = """
        apiVersion: v1
        kind: Namespace
        metadata: {name: %s, annotations: {%s}}
        """.formatted(young.namespace(), Site.inject("whole-cluster"))
        + Kind.STATEFUL_SET.yaml("first", "", "");

    young.apply(both);

    assertThat(young.agents("statefulset", "first")).isEqualTo(1);
    young.run("delete", "namespace", young.namespace(), "--wait=false");
  }

  @Test
  void whoseJaegerGoesLosesItsSidecarInEveryNamespace() {
    for (var site : List.of(backend, users)) {
      site.apply(Kind.DEPLOYMENT.yaml("bereft", Site.inject("whole-cluster-leaving"), ""));
      assertThat(site.agents("deployment", "bereft")).isEqualTo(1);
    }

    backend.run("delete", "jaegers.jaegertracing.io", "whole-cluster-leaving");

    for (var site : List.of(backend, users)) {
      site.eventually("it loses it", here -> here.agents("deployment", "bereft") == 0);
    }
  }
}
