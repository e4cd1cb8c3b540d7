package io.jaegertracing.operator.core.plan.observed;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is there already and must not be broken: it was made by an earlier operator, or its owner has changed it since. */
public record Observed(
    Map<Workload, SortedMap<String, String>> selectors,
    Kafka kafka,
    Map<String, Integer> elasticsearchNodes) {

  /** For those who see no cluster, and for a Jaeger that is new. */
  public static final Observed NOTHING = new Observed(Map.of(), Kafka.NONE_OR_OURS, Map.of());

  /** A Deployment or a DaemonSet in the namespace of the Jaeger. */
  public record Workload(String kind, String name) {}

  /** How the Kafka that bears the name of the Jaeger is built. */
  public enum Kafka {
    NONE_OR_OURS,
    /** By the Go operator, or by this one for an older Strimzi. */
    WITH_ZOOKEEPER,
    /** Its brokers stand in node pools that somebody else made, as after a migration. */
    WITH_POOLS_OF_OTHERS
  }

  public Observed {
    selectors = selectors.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .collect(Collectors.toUnmodifiableMap(
            Map.Entry::getKey, entry -> new TreeMap<>(entry.getValue())));
    elasticsearchNodes = Map.copyOf(elasticsearchNodes);
  }

  /** How many nodes the Elasticsearch of this name has, in the namespace of the Jaeger. */
  public Optional<Integer> nodes(String elasticsearch) {
    return Optional.ofNullable(elasticsearchNodes.get(elasticsearch)).filter(count -> count > 0);
  }

  /** The labels by which an existing workload finds its Pods; they can never change. */
  public Optional<SortedMap<String, String>> selector(String kind, String name) {
    return Optional.ofNullable(selectors.get(new Workload(kind, name))).map(TreeMap::new);
  }
}
