package io.jaegertracing.operator.support.cluster;

import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/** After all other tests: what the product asked for in them is what the shipped manifests grant, no more and no less. */
@OnCluster
@Order(Integer.MAX_VALUE)
class GrantedRightsIT {
  /** What tests let the product's account ask for to see it refused: ControlPlaneIT and LookupsIT, in this order. */
  private static final Set<Right> PROVOKED = Set.of(
      new Right("apps", "statefulsets", "create", ""),
      new Right("", "persistentvolumeclaims", "get", ""));

  /** No request: the API server, or OpenShift, asks whether they are granted while it admits something else. */
  private static final Set<Right> OF_OTHER_REQUESTS = Set.of(
      new Right("rbac.authorization.k8s.io", "clusterroles", "bind", "system:auth-delegator"),
      new Right("route.openshift.io", "routes/custom-host", "create", ""),
      new Right("route.openshift.io", "routes/custom-host", "update", ""));

  @Test
  void nothingWasForbidden(Cluster cluster) {
    var forbidden = cluster.audit().rights(GrantedRightsIT::isProduct, "forbid");
    assertThat(forbidden).extracting(Right::toAny).allMatch(PROVOKED::contains);
  }

  @Test
  @DisabledIfSystemProperty(
      named = "it.test",
      matches = ".+",
      disabledReason = "only all tests together use every right")
  void everyRightWasUsed(Cluster cluster) {
    var used = cluster
        .audit()
        .rights(account -> isProduct(account) && !isHarness(account), "allow")
        .collect(Collectors.toUnmodifiableSet());
    var unused = granted(cluster)
        .filter(right -> !OF_OTHER_REQUESTS.contains(right))
        .filter(right -> used.stream().noneMatch(right::covers));
    assertThat(unused).isEmpty();
  }

  private static Stream<Right> granted(Cluster cluster) {
    return ProductAccess.everything(cluster.admin())
        .flatMap(object -> object instanceof ClusterRole role
            ? role.getRules().stream()
            : object instanceof Role role ? role.getRules().stream() : Stream.empty())
        .flatMap(Right::granted)
        .distinct();
  }

  private static boolean isProduct(String account) {
    return account.matches("system:serviceaccount:[^:]+:jaeger-operator");
  }

  /** There a test speaks as the product, and no product does. */
  private static boolean isHarness(String account) {
    return account.contains(":control-plane-it-");
  }
}
