package io.jaegertracing.operator.kube.reconcile;

import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.RawApi;
import io.jaegertracing.operator.kube.RawApis;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Kinds of OpenShift and of other operators, without anybody who acts on them; gone when closed, so that no other test takes the cluster for an OpenShift. */
public record OtherKinds(Cluster cluster, List<OwnedKind> kinds) implements AutoCloseable {
  private static final String CRD = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: PLURAL.GROUP}
      spec:
        group: GROUP
        scope: SCOPE
        names: {kind: KIND, plural: PLURAL}
        versions:
        - name: VERSION
          served: true
          storage: true
          schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
      """;

  public static OtherKinds installed(Cluster cluster, List<OwnedKind> kinds) {
    var installed = new OtherKinds(cluster, kinds);
    installed.kinds.forEach(installed::install);
    return installed;
  }

  /** Where those that are in namespaces are listed. */
  Stream<String> lists() {
    return kinds.stream()
        .filter(OwnedKind::isNamespaced)
        .map(kind -> "/apis/" + kind.apiVersion() + "/" + kind.resource());
  }

  private void install(OwnedKind kind) {
    var crd = CRD.replace("PLURAL", kind.resource())
        .replace("GROUP", kind.group())
        .replace("VERSION", kind.apiVersion().replaceFirst(".*/", ""))
        .replace("SCOPE", kind.isNamespaced() ? "Namespaced" : "Cluster")
        .replace("KIND", kind.kind());
    var applied = cluster.kubectlWithInput(crd, "apply", "-f", "-");
    assertThat(applied.exit()).as(applied.err()).isZero();
    Eventually.holds(
        "discovery lists " + kind.resource(),
        Duration.ofMinutes(1),
        () -> cluster.admin().supports(kind.apiVersion(), kind.kind()));
  }

  @Override
  public void close() {
    for (var kind : kinds) {
      var deleted =
          cluster.kubectl("delete", "crd", kind.resource() + "." + kind.group(), "--timeout=60s");
      assertThat(deleted.exit()).as(deleted.err()).isZero();
      awaitGone(cluster, kind);
    }
  }

  /** Other tests leave theirs behind. */
  public static void absent(Cluster cluster, OwnedKind... kinds) {
    for (var kind : kinds) {
      var deleted = cluster.kubectl(
          "delete",
          "crd",
          kind.resource() + "." + kind.group(),
          "--ignore-not-found",
          "--timeout=60s");
      assertThat(deleted.exit()).as(deleted.err()).isZero();
      awaitGone(cluster, kind);
    }
  }

  /** Discovery follows a little later, and whoever looks in between takes the kind for served. */
  static void awaitGone(Cluster cluster, OwnedKind kind) {
    Eventually.holds(
        "discovery lists no " + kind.resource(),
        Duration.ofMinutes(1),
        () -> !isServed(RawApis.admin(cluster), kind)
            && (kind != OwnedKind.ROUTE || !isOpenShift(RawApis.admin(cluster))));
  }

  /** What a group has is gone before the group is. */
  private static boolean isOpenShift(RawApi api) {
    try {
      return api.get("/apis/" + OwnedKind.ROUTE.group()).has("versions");
    } catch (ApiFailure failure) {
      return !failure.isAbsence();
    }
  }

  private static boolean isServed(RawApi api, OwnedKind kind) {
    try {
      return api.get("/apis/" + kind.apiVersion())
          .path("resources")
          .findValuesAsText("name")
          .contains(kind.resource());
    } catch (ApiFailure failure) {
      return false;
    }
  }
}
