package io.jaegertracing.operator.core.plan.reading;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.jaegertracing.operator.api.storage.CassandraCreateSchema;
import io.jaegertracing.operator.api.storage.ElasticsearchStorage;
import io.jaegertracing.operator.api.storage.EsIndexCleaner;
import io.jaegertracing.operator.api.storage.EsRollover;
import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.Images;
import io.jaegertracing.operator.core.plan.Storage;
import io.jaegertracing.operator.core.plan.Storage.CassandraSchema;
import io.jaegertracing.operator.core.plan.Storage.Dependencies;
import io.jaegertracing.operator.core.plan.Storage.Elasticsearch;
import io.jaegertracing.operator.core.plan.Storage.IndexCleaner;
import io.jaegertracing.operator.core.plan.Storage.Limits;
import io.jaegertracing.operator.core.plan.Storage.Rollover;
import io.jaegertracing.operator.core.plan.observed.Observed;
import io.jaegertracing.operator.core.plan.upgrade.JaegerVersion;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Notice;
import io.jaegertracing.operator.core.problem.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The storage and its jobs. */
record StorageReader(Images images, Words words, Observed observed) {
  private static final String MIDNIGHT_NEAR = "55 23 * * *";
  private static final Set<String> REDUNDANCY =
      Set.of("FullRedundancy", "MultipleRedundancy", "SingleRedundancy", "ZeroRedundancy");
  private static final JaegerVersion REMOTE_STORAGE = JaegerVersion.of(1, 58);
  private static final Duration TWO_DAYS = Duration.ofDays(2);
  private static final Duration ONE_DAY = Duration.ofDays(1);

  Storage read(io.jaegertracing.operator.api.storage.@Nullable Storage given, Flags written) {
    var storage =
        Objects.requireNonNullElseGet(given, io.jaegertracing.operator.api.storage.Storage::new);
    var type = type(storage.type);
    var self = type == Storage.Type.ELASTICSEARCH && !written.has("es.server-urls");
    return new Storage(
        type,
        written,
        CommonReader.text(storage.secretName),
        Optional.of(elasticsearch(storage.elasticsearch)).filter(any -> self),
        type == Storage.Type.CASSANDRA ? schema(storage.cassandraCreateSchema) : Optional.empty(),
        dependencies(storage.dependencies, type, !self && !isSecured(written)),
        type == Storage.Type.ELASTICSEARCH
            ? indexCleaner(storage.esIndexCleaner)
            : Optional.empty(),
        rollover(storage.esRollover)
            .filter(any -> type == Storage.Type.ELASTICSEARCH && written.isTrue("es.use-aliases")),
        storage.grpcPlugin == null ? "" : CommonReader.orEmpty(storage.grpcPlugin.image));
  }

  private Storage.Type type(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Storage.Type.MEMORY;
    }
    var known = Arrays.stream(Storage.Type.values())
        .filter(type -> type.word().equals(text))
        .findFirst();
    if (known.isEmpty()) {
      words
          .findings()
          .refuse(
              Rule.UNKNOWN_STORAGE,
              "spec.storage.type",
              Words.quoted(text),
              "use one of "
                  + Arrays.stream(Storage.Type.values())
                      .map(Storage.Type::word)
                      .collect(Collectors.joining(", ")));
    }
    known.ifPresent(this::checkAge);
    return known.orElse(Storage.Type.MEMORY);
  }

  /** A version that is no number, such as latest, is a new one. */
  private void checkAge(Storage.Type type) {
    var old = JaegerVersion.parse(images.jaegerVersion())
        .filter(version -> version.isBefore(REMOTE_STORAGE))
        .isPresent();
    if (type == Storage.Type.GRPC_PLUGIN && !old) {
      words.findings().note(Notice.NO_PLUGINS, "spec.storage.type", type.word());
    } else if (type == Storage.Type.GRPC && old) {
      words.findings().note(Notice.NO_REMOTE_STORAGE, "spec.storage.type", type.word());
    }
  }

  /** The dependency job cannot reach a storage behind TLS, so that nobody gets it there without asking. */
  private static boolean isSecured(Flags flags) {
    return flags.isTrue("es.tls")
        || flags.isTrue("es.tls.skip-host-verify")
        || flags.scalar("es.tls.ca").filter(ca -> !ca.isEmpty()).isPresent();
  }

  private Elasticsearch elasticsearch(
      io.jaegertracing.operator.api.storage.@Nullable Elasticsearch given) {
    var spec = Objects.requireNonNullElseGet(
        given, io.jaegertracing.operator.api.storage.Elasticsearch::new);
    var disk = Objects.requireNonNullElseGet(spec.storage, ElasticsearchStorage::new);
    var name = CommonReader.text(spec.name).orElse("elasticsearch");
    var isOurs = !Boolean.TRUE.equals(spec.doNotProvision);
    var written = spec.nodeCount == null || spec.nodeCount == 0 ? 3 : spec.nodeCount;
    // How many nodes it has is decided by whoever provides it.
    var nodes = isOurs ? written : observed.nodes(name).orElse(written);
    words.count("spec.storage.elasticsearch.nodeCount", spec.nodeCount);
    return new Elasticsearch(
        words.serviceName("spec.storage.elasticsearch.name", name),
        isOurs,
        Boolean.TRUE.equals(spec.useCertManagement),
        CommonReader.text(spec.image),
        spec.resources == null ? generous() : spec.resources,
        nodes,
        CommonReader.map(spec.nodeSelector),
        CommonReader.text(disk.storageClassName),
        words.quantity("spec.storage.elasticsearch.storage.size", disk.size),
        redundancy(spec.redundancyPolicy, nodes),
        CommonReader.list(spec.tolerations),
        Optional.ofNullable(spec.proxyResources));
  }

  private static ResourceRequirements generous() {
    return new ResourceRequirementsBuilder()
        .withLimits(Map.of("memory", new Quantity("16Gi")))
        .withRequests(Map.of("memory", new Quantity("16Gi"), "cpu", new Quantity("1")))
        .build();
  }

  private String redundancy(@Nullable String policy, int nodes) {
    if (policy == null || policy.isEmpty()) {
      return nodes == 1 ? "ZeroRedundancy" : "SingleRedundancy";
    }
    if (!REDUNDANCY.contains(policy)) {
      words
          .findings()
          .refuse(
              Rule.UNKNOWN_REDUNDANCY,
              "spec.storage.elasticsearch.redundancyPolicy",
              Words.quoted(policy),
              "use one of " + REDUNDANCY.stream().sorted().collect(Collectors.joining(", ")));
    }
    return policy;
  }

  private Optional<CassandraSchema> schema(@Nullable CassandraCreateSchema given) {
    var spec = Objects.requireNonNullElseGet(given, CassandraCreateSchema::new);
    var field = "spec.storage.cassandraCreateSchema.";
    if (Boolean.FALSE.equals(spec.enabled)) {
      return Optional.empty();
    }
    var ttl = words.span(field + "traceTTL", spec.traceTTL).orElse(TWO_DAYS);
    var timeout = words.span(field + "timeout", spec.timeout).orElse(ONE_DAY);
    return Optional.of(new CassandraSchema(
        images.of(Images.Component.CASSANDRA_SCHEMA, CommonReader.orEmpty(spec.image)),
        CommonReader.text(spec.datacenter).orElse("test"),
        CommonReader.text(spec.mode).orElse("prod"),
        rounded(ttl),
        timeout.toNanos() / Duration.ofSeconds(1).toNanos(),
        Optional.ofNullable(spec.affinity),
        words.count(field + "ttlSecondsAfterFinished", spec.ttlSecondsAfterFinished),
        PodReader.read(spec)));
  }

  private static long rounded(Duration duration) {
    return BigDecimal.valueOf(duration.toNanos(), 9)
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  private Optional<Dependencies> dependencies(
      io.jaegertracing.operator.api.storage.@Nullable Dependencies given,
      Storage.Type type,
      boolean byDefault) {
    var spec = Objects.requireNonNullElseGet(
        given, io.jaegertracing.operator.api.storage.Dependencies::new);
    var supported = type == Storage.Type.CASSANDRA || type == Storage.Type.ELASTICSEARCH;
    var enabled = spec.enabled == null ? byDefault : spec.enabled;
    if (!supported || !enabled) {
      return Optional.empty();
    }
    var schedule =
        words.schedule("spec.storage.dependencies.schedule", spec.schedule, MIDNIGHT_NEAR);
    return Optional.of(new Dependencies(
        CommonReader.read(spec),
        images.of(Images.Component.SPARK_DEPENDENCIES, CommonReader.orEmpty(spec.image)),
        schedule,
        CommonReader.orEmpty(spec.sparkMaster),
        CommonReader.orEmpty(spec.javaOpts),
        Boolean.TRUE.equals(spec.cassandraClientAuthEnabled),
        Optional.ofNullable(spec.elasticsearchClientNodeOnly),
        Optional.ofNullable(spec.elasticsearchNodesWanOnly),
        CommonReader.orEmpty(spec.elasticsearchTimeRange),
        limits(
            "spec.storage.dependencies",
            spec.successfulJobsHistoryLimit,
            spec.ttlSecondsAfterFinished,
            spec.backoffLimit)));
  }

  private Optional<IndexCleaner> indexCleaner(@Nullable EsIndexCleaner given) {
    var spec = Objects.requireNonNullElseGet(given, EsIndexCleaner::new);
    if (Boolean.FALSE.equals(spec.enabled)) {
      return Optional.empty();
    }
    var schedule =
        words.schedule("spec.storage.esIndexCleaner.schedule", spec.schedule, MIDNIGHT_NEAR);
    return Optional.of(new IndexCleaner(
        CommonReader.read(spec),
        images.of(Images.Component.ES_INDEX_CLEANER, CommonReader.orEmpty(spec.image)),
        words
            .count("spec.storage.esIndexCleaner.numberOfDays", spec.numberOfDays)
            .orElse(7L),
        schedule,
        limits(
            "spec.storage.esIndexCleaner",
            spec.successfulJobsHistoryLimit,
            spec.ttlSecondsAfterFinished,
            spec.backoffLimit)));
  }

  private Optional<Rollover> rollover(@Nullable EsRollover given) {
    var spec = Objects.requireNonNullElseGet(given, EsRollover::new);
    return Optional.of(new Rollover(
        CommonReader.read(spec),
        images.of(Images.Component.ES_ROLLOVER, CommonReader.orEmpty(spec.image)),
        words.schedule("spec.storage.esRollover.schedule", spec.schedule, "0 0 * * *"),
        CommonReader.orEmpty(spec.conditions),
        words.span("spec.storage.esRollover.readTTL", spec.readTTL),
        limits(
            "spec.storage.esRollover",
            spec.successfulJobsHistoryLimit,
            spec.ttlSecondsAfterFinished,
            spec.backoffLimit)));
  }

  private Limits limits(
      String field, @Nullable Integer history, @Nullable Integer ttl, @Nullable Integer backoff) {
    return new Limits(
        words.count(field + ".successfulJobsHistoryLimit", history),
        words.count(field + ".ttlSecondsAfterFinished", ttl),
        words.count(field + ".backoffLimit", backoff));
  }
}
