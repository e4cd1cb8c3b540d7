package io.jaegertracing.operator.core.plan;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Toleration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where spans are kept, and the jobs that look after them; a job that is not wanted is absent. */
public record Storage(
    Type type,
    Flags flags,
    Optional<String> secret,
    Optional<Elasticsearch> selfProvisioned,
    Optional<CassandraSchema> cassandraSchema,
    Optional<Dependencies> dependencies,
    Optional<IndexCleaner> indexCleaner,
    Optional<Rollover> rollover,
    String pluginImage) {

  public enum Type {
    MEMORY("memory", "memory"),
    BADGER("badger", "badger"),
    CASSANDRA("cassandra", "cassandra"),
    ELASTICSEARCH("elasticsearch", "es"),
    KAFKA("kafka", "kafka"),
    GRPC("grpc", "grpc-storage"),
    GRPC_PLUGIN("grpc-plugin", "grpc-storage-plugin");

    private final String word;
    private final String prefix;

    Type(String word, String prefix) {
      this.word = word;
      this.prefix = prefix;
    }

    /** As it is written in the resource and in SPAN_STORAGE_TYPE. */
    public String word() {
      return word;
    }

    /** How the flags of this storage begin. */
    public String prefix() {
      return prefix;
    }

    /** Whether several processes can share it. */
    public boolean isShared() {
      return this != MEMORY && this != BADGER;
    }
  }

  /** An Elasticsearch that is reached without a URL, because its operator runs it for this Jaeger. */
  public record Elasticsearch(
      String name,
      boolean provisioned,
      boolean certManagement,
      Optional<String> image,
      ResourceRequirements resources,
      int nodes,
      Map<String, String> nodeSelector,
      Optional<String> storageClass,
      Optional<Quantity> size,
      String redundancy,
      List<Toleration> tolerations,
      Optional<ResourceRequirements> proxyResources) {}

  public record CassandraSchema(
      String image,
      String datacenter,
      String mode,
      long traceTtlSeconds,
      long timeoutSeconds,
      Optional<Affinity> affinity,
      Optional<Integer> ttlAfterFinished,
      Common.Pod pod) {}

  /** The limits that all jobs share. */
  public record Limits(
      Optional<Integer> history, Optional<Integer> ttlAfterFinished, Optional<Integer> backoff) {}

  public record Dependencies(
      Common own,
      String image,
      String schedule,
      String master,
      String javaOptions,
      boolean cassandraClientAuth,
      Optional<Boolean> clientNodeOnly,
      Optional<Boolean> nodesWanOnly,
      String timeRange,
      Limits limits) {}

  public record IndexCleaner(Common own, String image, long days, String schedule, Limits limits) {}

  public record Rollover(
      Common own,
      String image,
      String schedule,
      String conditions,
      Optional<Duration> readTtl,
      Limits limits) {}
}
