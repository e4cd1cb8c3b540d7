package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.Storage;
import io.jaegertracing.operator.core.plan.Storage.Elasticsearch;
import io.jaegertracing.operator.core.plan.StoragePlans;
import io.jaegertracing.operator.core.plan.Storages;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ElasticsearchClusterTest {
  private static Stream<GenericKubernetesResource> desired(Elasticsearch cluster) {
    var storage = Storages.of(Storage.Type.ELASTICSEARCH).self(cluster);
    return ElasticsearchCluster.desired(
        StoragePlans.with(Plans.of(Strategy.PRODUCTION).build(), storage));
  }

  private static GenericKubernetesResource resource(int nodes) {
    return desired(Storages.cluster(nodes, "ZeroRedundancy")).findFirst().orElseThrow();
  }

  @Test
  void isLeftToWhoeverProvisionsIt() {
    assertThat(desired(Storages.foreign("vault"))).isEmpty();
  }

  @Test
  void isOwnedButDoesNotLookManaged() {
    var resource = resource(1);
    assertThat(resource.getApiVersion()).isEqualTo("logging.openshift.io/v1");
    assertThat(resource.getKind()).isEqualTo("Elasticsearch");
    assertThat(resource.getMetadata().getName()).isEqualTo("logs");
    assertThat(resource.getMetadata().getOwnerReferences()).hasSize(1);
    assertThat(resource.getMetadata().getLabels())
        .containsEntry("app.kubernetes.io/component", "elasticsearch")
        .doesNotContainKey("app.kubernetes.io/managed-by");
  }

  @Test
  void hasOneGroupOfUpToThreeNodes() {
    assertThat(resource(3).<List<?>>get("spec", "nodes")).hasSize(1);
    assertThat(resource(3).<Object>get("spec", "nodes", 0, "nodeCount")).isEqualTo(3);
    assertThat(resource(3).<Object>get("spec", "nodes", 0, "genUUID")).isEqualTo("tracingsimple");
  }

  @Test
  void addsNodesThatOnlyHoldData() {
    var resource = resource(5);
    assertThat(resource.<Object>get("spec", "nodes", 0, "nodeCount")).isEqualTo(3);
    assertThat(resource.<Object>get("spec", "nodes", 0, "genUUID"))
        .isEqualTo("tracingsimplemaster");
    assertThat(resource.<Object>get("spec", "nodes", 1, "nodeCount")).isEqualTo(2);
    assertThat(resource.<Object>get("spec", "nodes", 1, "roles"))
        .isEqualTo(List.of("client", "data"));
  }
}
