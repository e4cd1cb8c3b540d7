package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.support.Operator;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Kubectl;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Users who may write Jaegers: one of them may create Deployments, too. */
@OnCluster
class RequesterRightsIT {
  private static final String ROLES = """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: jaegers}
      rules: [{apiGroups: [jaegertracing.io], resources: [jaegers], verbs: [get, create, update, patch]}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: deployments}
      rules: [{apiGroups: [apps], resources: [deployments], verbs: [create]}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: jaegers}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: jaegers}
      subjects: [{kind: User, name: it-writer}, {kind: User, name: it-deployer}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: deployments}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: deployments}
      subjects: [{kind: User, name: it-deployer}]
      """;

  private String namespace;
  private @Nullable Operator operator;

  @BeforeEach
  void users(Cluster cluster) {
    cluster.installJaegerCrd();
    namespace = cluster.newNamespace("rights");
    var granted = cluster.kubectlWithInput(ROLES, "apply", "-n", namespace, "-f", "-");
    assertThat(granted.exit()).as(granted.err()).isZero();
  }

  @AfterEach
  void stop() {
    if (operator != null) {
      operator.close();
    }
  }

  @Test
  void whoMayNotCreateDeploymentsIsWarned(Cluster cluster, @TempDir Path folder) {
    operator = start(cluster, folder);
    var warned = create(cluster, "it-writer", "warned");

    assertThat(warned.exit()).as(warned.err()).isZero();
    assertThat(warned.err())
        .contains(
            "Warning: [requester-rights] spec: \"it-writer\" may not create what this Jaeger becomes;"
                + " ask for the right to create deployments.apps in namespace " + namespace);
    assertThat(create(cluster, "it-deployer", "silent").err()).isEmpty();
  }

  @Test
  void whereRightsAreEnforcedItIsRefused(Cluster cluster, @TempDir Path folder) {
    operator = start(cluster, folder, "--enforce-requester-rights");
    var refused = create(cluster, "it-writer", "refused");

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("deployments.apps in namespace " + namespace);
    assertThat(create(cluster, "it-deployer", "accepted").exit()).isZero();
  }

  /** On OpenShift there would be a ConsoleLink, too; another test may have made the cluster look like one. */
  private Operator start(Cluster cluster, Path folder, String... flags) {
    return Operator.start(
        cluster,
        folder,
        List.of(namespace),
        Stream.concat(Stream.of("--platform=kubernetes"), Stream.of(flags)).toArray(String[]::new));
  }

  private Kubectl.Result create(Cluster cluster, String user, String name) {
    return cluster.kubectlWithInput(
        "{apiVersion: jaegertracing.io/v1, kind: Jaeger, metadata: {name: " + name + "}}",
        "create",
        "--as=" + user,
        "-n",
        namespace,
        "-f",
        "-");
  }
}
