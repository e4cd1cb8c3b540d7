package io.jaegertracing.operator.core.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.plan.observed.Observed.Kafka;
import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.core.reconcile.existing.Family;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What others run that a Jaeger relies on.
 *
 * @param elasticsearchNodes by the name of an Elasticsearch
 * @param kafkaPools the KafkaNodePools of the Kafka that bears the name of the Jaeger
 * @param poolsAreKnown whether the Strimzi that is there knows such pools at all
 */
public record Neighbours(
    Map<String, Integer> elasticsearchNodes, List<Child> kafkaPools, boolean poolsAreKnown) {
  public static final Neighbours NONE = new Neighbours(Map.of(), List.of(), true);

  public Neighbours {
    elasticsearchNodes = Map.copyOf(elasticsearchNodes);
    kafkaPools = List.copyOf(kafkaPools);
  }

  /** How many nodes all groups of an Elasticsearch have together. */
  public static int nodes(JsonNode elasticsearch) {
    return StreamSupport.stream(elasticsearch.at("/spec/nodes").spliterator(), false)
        .mapToInt(group -> group.path("nodeCount").asInt())
        .sum();
  }

  /** As long as a pool of ours is there, brokers of ours may stand in it; and what exists is never built in another way. */
  Kafka kafka(Family family) {
    if (!poolsAreKnown && !has(family, OwnedKind.KAFKA)) {
      return Kafka.WITH_ZOOKEEPER;
    }
    var ours = has(family, OwnedKind.KAFKA_NODE_POOL);
    var theirs = kafkaPools.stream().anyMatch(pool -> !pool.isOf(family.jaeger()));
    return theirs && !ours ? Kafka.WITH_POOLS_OF_OTHERS : Kafka.NONE_OR_OURS;
  }

  private static boolean has(Family family, OwnedKind kind) {
    return family.own().stream().anyMatch(child -> child.place().kind() == kind);
  }
}
