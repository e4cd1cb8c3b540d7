package io.jaegertracing.operator.core.reconcile;

import io.jaegertracing.operator.core.plan.observed.Observed.Kafka;
import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NeighboursTest {
  private final Child kafka = Kids.applied(Kids.wanted(OwnedKind.KAFKA, "stream", "{}"));
  private final Desired pool = Kids.wanted(OwnedKind.KAFKA_NODE_POOL, "pool", "{}");
  private final Child ours = Kids.applied(pool);
  private final Child theirs = Kids.child(pool, "", "", "", "{}");

  @Test
  void theNodesOfAllGroupsCount() {
    assertThat(Neighbours.nodes(Kids.yaml("{spec: {nodes: [{nodeCount: 3}, {nodeCount: 2}, {}]}}")))
        .isEqualTo(5);
    assertThat(Neighbours.nodes(Kids.yaml("{spec: {}}"))).isZero();
  }

  @Test
  void whatIsReadIsObserved() {
    var observed = Sights.of(Kids.family(), new Neighbours(Map.of("search", 5), List.of(), true));

    assertThat(observed.nodes("search")).contains(5);
    assertThat(observed.kafka()).isEqualTo(Kafka.NONE_OR_OURS);
  }

  @Test
  void brokersMayStandInPoolsOfOthers() {
    var neighbours = new Neighbours(Map.of(), List.of(theirs), true);

    assertThat(neighbours.kafka(Kids.family(kafka))).isEqualTo(Kafka.WITH_POOLS_OF_OTHERS);
  }

  @Test
  void aPoolOfOursStaysWhateverOthersAdd() {
    var neighbours = new Neighbours(Map.of(), List.of(ours, theirs), true);

    assertThat(neighbours.kafka(Kids.family(kafka, ours))).isEqualTo(Kafka.NONE_OR_OURS);
  }

  @Test
  void aStrimziWithoutPoolsGetsAKafkaWithZooKeeperUnlessOneIsThere() {
    var neighbours = new Neighbours(Map.of(), List.of(), false);

    assertThat(neighbours.kafka(Kids.family())).isEqualTo(Kafka.WITH_ZOOKEEPER);
    assertThat(neighbours.kafka(Kids.family(kafka))).isEqualTo(Kafka.NONE_OR_OURS);
  }
}
