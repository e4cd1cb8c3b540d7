package io.jaegertracing.operator.core.plan;

import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.jaegertracing.operator.core.plan.Storage.CassandraSchema;
import io.jaegertracing.operator.core.plan.Storage.Dependencies;
import io.jaegertracing.operator.core.plan.Storage.Elasticsearch;
import io.jaegertracing.operator.core.plan.Storage.IndexCleaner;
import io.jaegertracing.operator.core.plan.Storage.Limits;
import io.jaegertracing.operator.core.plan.Storage.Rollover;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Storages for tests: nothing but a type and a login, and what a test says of it. */
public final class Storages {
  public static final Limits LIMITS = new Limits(Optional.of(2), Optional.of(60), Optional.of(1));

  private final Storage.Type type;
  private Flags flags = Flags.NONE;
  private Optional<String> secret = Optional.of("storage-login");
  private Optional<Elasticsearch> selfProvisioned = Optional.empty();
  private Optional<CassandraSchema> schema = Optional.empty();
  private Optional<Dependencies> dependencies = Optional.empty();
  private Optional<IndexCleaner> cleaner = Optional.empty();
  private Optional<Rollover> rollover = Optional.empty();

  private Storages(Storage.Type type) {
    this.type = type;
  }

  public static Storages of(Storage.Type type) {
    return new Storages(type);
  }

  public Storages flag(String name, String text) {
    flags = flags.with(name, text);
    return this;
  }

  public Storages flags(Flags value) {
    flags = value;
    return this;
  }

  public Storages withoutSecret() {
    secret = Optional.empty();
    return this;
  }

  public Storages self(Elasticsearch cluster) {
    selfProvisioned = Optional.of(cluster);
    return this;
  }

  public Storages schema() {
    schema = Optional.of(new CassandraSchema(
        "example/schema",
        "dc1",
        "prod",
        3600,
        120,
        Optional.empty(),
        Optional.of(30),
        Common.Pod.NOTHING));
    return this;
  }

  public Storages dependencies(Common own) {
    dependencies = Optional.of(new Dependencies(
        own,
        "example/spark",
        "1 2 * * *",
        "",
        "-Xmx1g",
        true,
        Optional.of(false),
        Optional.empty(),
        "24h",
        LIMITS));
    return this;
  }

  public Storages cleaner(Common own) {
    cleaner = Optional.of(new IndexCleaner(own, "example/cleaner", 7, "3 4 * * *", LIMITS));
    return this;
  }

  public Storages rollover(Common own, Duration readTtl) {
    rollover = Optional.of(new Rollover(
        own,
        "example/rollover",
        "5 6 * * *",
        "{\"max_age\": \"3d\"}",
        Optional.of(readTtl),
        LIMITS));
    return this;
  }

  public static Elasticsearch cluster(int nodes, String redundancy) {
    return new Elasticsearch(
        "logs",
        true,
        false,
        Optional.empty(),
        new ResourceRequirements(),
        nodes,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        redundancy,
        List.of(),
        Optional.empty());
  }

  /** Three nodes that somebody else made, whose operator makes the certificates. */
  public static Elasticsearch foreign(String name) {
    var own = cluster(3, "SingleRedundancy");
    return new Elasticsearch(
        name,
        false,
        true,
        own.image(),
        own.resources(),
        own.nodes(),
        own.nodeSelector(),
        own.storageClass(),
        own.size(),
        own.redundancy(),
        own.tolerations(),
        own.proxyResources());
  }

  public Storage build() {
    return new Storage(
        type, flags, secret, selfProvisioned, schema, dependencies, cleaner, rollover, "");
  }
}
