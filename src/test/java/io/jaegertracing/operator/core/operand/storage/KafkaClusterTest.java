package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.StoragePlans;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KafkaClusterTest {
  private static List<GenericKubernetesResource> desired(boolean minimal) {
    return KafkaCluster.desired(
            StoragePlans.withKafka(Plans.of(Strategy.STREAMING).build(), minimal))
        .toList();
  }

  @Test
  void isAbsentWhereTheUserHasOne() {
    assertThat(KafkaCluster.desired(Plans.of(Strategy.STREAMING).build())).isEmpty();
  }

  @Test
  void isAClusterAndItsUser() {
    assertThat(desired(false))
        .extracting(GenericKubernetesResource::getKind)
        .containsExactly("Kafka", "KafkaUser");
    var user = desired(false).get(1);
    assertThat(user.getMetadata().getLabels())
        .containsEntry("strimzi.io/cluster", "simple")
        .containsEntry("app.kubernetes.io/component", "kafkauser");
    assertThat(user.<Object>get("spec", "authentication", "type")).isEqualTo("tls");
  }

  @Test
  void keepsEverythingThreeTimes() {
    var kafka = desired(false).get(0);
    assertThat(kafka.<Object>get("spec", "kafka", "replicas")).isEqualTo(3);
    assertThat(kafka.<Object>get("spec", "kafka", "storage", "volumes", 0, "size"))
        .isEqualTo("100Gi");
    assertThat(kafka.<Object>get("spec", "zookeeper", "storage", "size")).isEqualTo("100Gi");
  }

  @Test
  void keepsEverythingOnceForTryingOut() {
    var kafka = desired(true).get(0);
    assertThat(kafka.<Object>get("spec", "kafka", "replicas")).isEqualTo(1);
    assertThat(kafka.<Object>get("spec", "zookeeper", "storage", "size")).isEqualTo("10Gi");
  }
}
