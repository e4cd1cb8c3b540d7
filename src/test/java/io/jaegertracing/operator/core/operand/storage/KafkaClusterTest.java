package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.StoragePlans;
import io.jaegertracing.operator.core.plan.observed.Observed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

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
        .containsExactly("Kafka", "KafkaNodePool", "KafkaUser");
    var user = desired(false).get(2);
    assertThat(user.getMetadata().getLabels())
        .containsEntry("strimzi.io/cluster", "simple")
        .containsEntry("app.kubernetes.io/component", "kafkauser");
    assertThat(user.<Object>get("spec", "authentication", "type")).isEqualTo("tls");
  }

  @Test
  void keepsEverythingThreeTimes() {
    var pool = desired(false).get(1);
    assertThat(pool.<Object>get("spec", "replicas")).isEqualTo(3);
    assertThat(pool.<Object>get("spec", "storage", "volumes", 0, "size")).isEqualTo("100Gi");
  }

  @Test
  void keepsEverythingOnceForTryingOut() {
    var pool = desired(true).get(1);
    assertThat(pool.<Object>get("spec", "replicas")).isEqualTo(1);
    assertThat(pool.<Object>get("spec", "storage", "volumes", 0, "size")).isEqualTo("10Gi");
  }

  @Test
  void runsWithoutZooKeeperInOnePoolOfNodes() {
    var kafka = desired(false).get(0);
    assertThat(kafka.getMetadata().getAnnotations())
        .containsOnly(
            entry("strimzi.io/kraft", "enabled"), entry("strimzi.io/node-pools", "enabled"));
    assertThat(kafka.<Map<String, Object>>get("spec")).doesNotContainKey("zookeeper");
    assertThat(kafka.<Map<String, Object>>get("spec", "kafka"))
        .containsOnlyKeys("config", "listeners");
    var pool = desired(false).get(1);
    assertThat(pool.getMetadata().getName()).isEqualTo("simple-kafka");
    assertThat(pool.getMetadata().getLabels()).containsEntry("strimzi.io/cluster", "simple");
    assertThat(pool.<Object>get("spec", "roles")).isEqualTo(List.of("controller", "broker"));
  }

  @Test
  void keepsTheZooKeeperOfAKafkaThatHasOne() {
    var kept = seeing(Observed.Kafka.WITH_ZOOKEEPER);
    assertThat(kept)
        .extracting(GenericKubernetesResource::getKind)
        .containsExactly("Kafka", "KafkaUser");
    assertThat(kept.get(0).getMetadata().getAnnotations()).isEmpty();
    assertThat(kept.get(0).<Object>get("spec", "kafka", "replicas")).isEqualTo(3);
    assertThat(kept.get(0).<Object>get("spec", "kafka", "config", "log.message.format.version"))
        .isEqualTo("2.3");
    assertThat(kept.get(0).<Object>get("spec", "kafka", "storage", "volumes", 0, "size"))
        .isEqualTo("100Gi");
    assertThat(kept.get(0).<Object>get("spec", "zookeeper", "storage", "size")).isEqualTo("100Gi");
  }

  @Test
  void addsNoPoolToThoseOfSomebodyElse() {
    assertThat(seeing(Observed.Kafka.WITH_POOLS_OF_OTHERS))
        .extracting(GenericKubernetesResource::getKind)
        .containsExactly("Kafka", "KafkaUser");
  }

  @Test
  void theNameOfAPodOfTheLongestNameHas63Characters() {
    for (var length : List.of(1, 20, 26, 27, 28, 46, 47)) {
      var name = "x".repeat(length);
      var pool = KafkaCluster.poolName(new Owner(name, "n", ""));
      assertThat(name + "-" + pool + "-99").hasSizeLessThanOrEqualTo(63);
    }
    assertThat(KafkaCluster.poolName(new Owner("x".repeat(40) + "a", "n", "")))
        .isNotEqualTo(KafkaCluster.poolName(new Owner("x".repeat(40) + "b", "n", "")));
  }

  private static List<GenericKubernetesResource> seeing(Observed.Kafka kafka) {
    var observed = new Observed(Map.of(), kafka, Map.of());
    return KafkaCluster.desired(
            StoragePlans.withKafka(Plans.of(Strategy.STREAMING).seeing(observed).build(), false))
        .toList();
  }
}
