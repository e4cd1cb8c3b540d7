package io.jaegertracing.operator.support.cluster;

import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules for named namespaces are those for the whole cluster, but for what is in no namespace. */
class RightsOfNamespacesTest {
  private static final Set<String> WITHOUT_NAMESPACE = Set.of(
      "apiservices",
      "clusterrolebindings",
      "clusterroles",
      "consolelinks",
      "customresourcedefinitions",
      "ingressclasses",
      "nodes",
      "subjectaccessreviews");

  @Test
  void theyLeaveOutWhatIsInNoNamespace() throws IOException {
    var cluster = rights(read("rbac/role.yaml", ClusterRole.class).getRules());
    var namespaced = rights(read("rbac/namespaced/role.yaml", Role.class).getRules());

    assertThat(cluster).containsAll(namespaced);
    var left = new HashSet<>(cluster);
    left.removeAll(namespaced);
    assertThat(left)
        .filteredOn(right -> !WITHOUT_NAMESPACE.contains(right.resource()))
        .containsExactlyInAnyOrder(
            new Right("", "namespaces", "list", ""),
            new Right("", "namespaces", "watch", ""),
            new Right("image.openshift.io", "imagestreams", "list", ""),
            new Right("image.openshift.io", "imagestreams", "watch", ""));
    assertThat(namespaced)
        .extracting(Right::resource)
        .doesNotContainAnyElementsOf(WITHOUT_NAMESPACE);
  }

  private static Set<Right> rights(List<PolicyRule> rules) {
    return rules.stream().flatMap(Right::granted).collect(Collectors.toUnmodifiableSet());
  }

  private static <T> T read(String file, Class<T> type) throws IOException {
    try (var in = Files.newInputStream(Folders.manifests().resolve(file))) {
      return type.cast(new KubernetesSerialization().unmarshal(in));
    }
  }
}
