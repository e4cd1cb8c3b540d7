package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.jaegertracing.operator.core.operand.Identity;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A Kafka between collector and ingester, and the user as which both log in, for Strimzi to run. */
public final class KafkaCluster {
  private static final Size USUAL = new Size(3, 2, 100);

  /** For trying out: nothing is kept twice. */
  private static final Size MINIMAL = new Size(1, 1, 10);

  private KafkaCluster() {}

  public static Stream<GenericKubernetesResource> desired(JaegerPlan plan) {
    return plan.provisionsKafka()
        ? Stream.of(
            cluster(plan.owner(), plan.platform().minimalKafka() ? MINIMAL : USUAL),
            user(plan.owner()))
        : Stream.empty();
  }

  private record Size(int replicas, int inSync, int gibibytes) {
    Map<String, Object> disk() {
      return new TreeMap<>(
          Map.of("type", "persistent-claim", "size", gibibytes + "Gi", "deleteClaim", false));
    }
  }

  private static GenericKubernetesResource cluster(Owner owner, Size size) {
    var spec = new TreeMap<String, Object>(Map.of(
        "kafka",
        brokers(size),
        "zookeeper",
        new TreeMap<>(Map.of("replicas", size.replicas(), "storage", size.disk())),
        "entityOperator",
        new TreeMap<>(Map.of("topicOperator", Map.of(), "userOperator", Map.of()))));
    return resource(owner, "Kafka", Map.of(), spec);
  }

  private static Map<String, Object> brokers(Size size) {
    var config = new TreeMap<String, Object>(Map.of(
        "offsets.topic.replication.factor",
        size.replicas(),
        "transaction.state.log.replication.factor",
        size.replicas(),
        "transaction.state.log.min.isr",
        size.inSync(),
        "log.message.format.version",
        "2.3"));
    var volume = new TreeMap<>(size.disk());
    volume.put("id", 0);
    return new TreeMap<>(Map.of(
        "replicas",
        size.replicas(),
        "listeners",
        List.of(listener("plain", 9092, false), listener("tls", 9093, true)),
        "config",
        config,
        "storage",
        new TreeMap<>(Map.of("type", "jbod", "volumes", List.of(volume)))));
  }

  private static Map<String, Object> listener(String name, int port, boolean tls) {
    return new TreeMap<>(Map.of("name", name, "port", port, "type", "internal", "tls", tls));
  }

  private static GenericKubernetesResource user(Owner owner) {
    var spec = new TreeMap<String, Object>(Map.of("authentication", Map.of("type", "tls")));
    return resource(owner, "KafkaUser", Map.of("strimzi.io/cluster", owner.name()), spec);
  }

  private static GenericKubernetesResource resource(
      Owner owner, String kind, Map<String, String> moreLabels, Map<String, Object> spec) {
    var labels = Identity.labels(owner, owner.name(), kind.toLowerCase(Locale.ROOT));
    labels.putAll(moreLabels);
    return new GenericKubernetesResourceBuilder()
        .withApiVersion("kafka.strimzi.io/v1beta2")
        .withKind(kind)
        .withMetadata(Identity.owned(owner, owner.name(), labels, Map.of()))
        .addToAdditionalProperties("spec", spec)
        .build();
  }
}
