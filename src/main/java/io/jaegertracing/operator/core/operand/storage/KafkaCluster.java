package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jaegertracing.operator.core.operand.Identity;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import io.jaegertracing.operator.core.plan.Names;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** A Kafka between collector and ingester, and the user as which both log in, for Strimzi to run. */
public final class KafkaCluster {
  private static final String CLUSTER = "strimzi.io/cluster";
  private static final Map<String, String> IN_POOLS =
      Map.of("strimzi.io/kraft", "enabled", "strimzi.io/node-pools", "enabled");
  private static final Size USUAL = new Size(3, 2, 100);

  /** For trying out: nothing is kept twice. */
  private static final Size MINIMAL = new Size(1, 1, 10);

  private KafkaCluster() {}

  public static Stream<GenericKubernetesResource> desired(JaegerPlan plan) {
    if (!plan.provisionsKafka()) {
      return Stream.empty();
    }
    var owner = plan.owner();
    var size = plan.platform().minimalKafka() ? MINIMAL : USUAL;
    var cluster = switch (plan.observed().kafka()) {
      case NONE_OR_OURS -> Stream.of(kafka(owner, size), pool(owner, size));
      case WITH_POOLS_OF_OTHERS -> Stream.of(kafka(owner, size));
      case WITH_ZOOKEEPER -> Stream.of(kafkaWithZooKeeper(owner, size));
    };
    return Stream.concat(cluster, Stream.of(user(owner)));
  }

  private record Size(int replicas, int inSync, int gibibytes) {
    Map<String, Object> disk() {
      return new TreeMap<>(
          Map.of("type", "persistent-claim", "size", gibibytes + "Gi", "deleteClaim", false));
    }

    Map<String, Object> disks() {
      var volume = new TreeMap<>(disk());
      volume.put("id", 0);
      return new TreeMap<>(Map.of("type", "jbod", "volumes", List.of(volume)));
    }
  }

  private static GenericKubernetesResource kafka(Owner owner, Size size) {
    return resource(
        "Kafka",
        metadata(owner, owner.name(), "kafka", IN_POOLS),
        spec(new TreeMap<>(Map.of("listeners", listeners(), "config", replication(size)))));
  }

  /** Every node is both a broker and one of those that lead. */
  private static GenericKubernetesResource pool(Owner owner, Size size) {
    var spec = new TreeMap<String, Object>(Map.of(
        "replicas",
        size.replicas(),
        "roles",
        List.of("controller", "broker"),
        "storage",
        size.disks()));
    return resource(
        "KafkaNodePool",
        partOf(owner, metadata(owner, poolName(owner), "kafkanodepool", Map.of())),
        spec);
  }

  /** Pods are called by the Kafka, the pool and a number, in 63 characters; two pools in a namespace have two names. */
  static String poolName(Owner owner) {
    var name = owner.name();
    var whole = name + "-kafka";
    if (name.length() + whole.length() + "--00".length() <= Names.LABEL) {
      return whole;
    }
    var sum = new CRC32();
    sum.update(name.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "kafka-%06x", sum.getValue() & 0xffffff);
  }

  /** As the Go operator has it, for a Kafka that runs so: what becomes of it is for its owner to say. */
  private static GenericKubernetesResource kafkaWithZooKeeper(Owner owner, Size size) {
    var config = new TreeMap<>(replication(size));
    config.put("log.message.format.version", "2.3");
    var spec = spec(new TreeMap<>(Map.of(
        "replicas",
        size.replicas(),
        "listeners",
        listeners(),
        "config",
        config,
        "storage",
        size.disks())));
    spec.put(
        "zookeeper", new TreeMap<>(Map.of("replicas", size.replicas(), "storage", size.disk())));
    return resource("Kafka", metadata(owner, owner.name(), "kafka", Map.of()), spec);
  }

  private static Map<String, Object> spec(Map<String, Object> brokers) {
    return new TreeMap<>(Map.of(
        "kafka",
        brokers,
        "entityOperator",
        new TreeMap<>(Map.of("topicOperator", Map.of(), "userOperator", Map.of()))));
  }

  private static Map<String, Object> replication(Size size) {
    return new TreeMap<>(Map.of(
        "offsets.topic.replication.factor",
        size.replicas(),
        "transaction.state.log.replication.factor",
        size.replicas(),
        "transaction.state.log.min.isr",
        size.inSync()));
  }

  private static List<Map<String, Object>> listeners() {
    return List.of(listener("plain", 9092, false), listener("tls", 9093, true));
  }

  private static Map<String, Object> listener(String name, int port, boolean tls) {
    return new TreeMap<>(Map.of("name", name, "port", port, "type", "internal", "tls", tls));
  }

  private static GenericKubernetesResource user(Owner owner) {
    return resource(
        "KafkaUser",
        partOf(owner, metadata(owner, owner.name(), "kafkauser", Map.of())),
        new TreeMap<>(Map.of("authentication", Map.of("type", "tls"))));
  }

  private static ObjectMeta metadata(
      Owner owner, String name, String component, Map<String, String> annotations) {
    return Identity.owned(owner, name, Identity.labels(owner, name, component), annotations);
  }

  private static ObjectMeta partOf(Owner owner, ObjectMeta metadata) {
    return new ObjectMetaBuilder(metadata).addToLabels(CLUSTER, owner.name()).build();
  }

  private static GenericKubernetesResource resource(
      String kind, ObjectMeta metadata, Map<String, Object> spec) {
    return new GenericKubernetesResourceBuilder()
        .withApiVersion("kafka.strimzi.io/v1beta2")
        .withKind(kind)
        .withMetadata(metadata)
        .addToAdditionalProperties("spec", spec)
        .build();
  }
}
