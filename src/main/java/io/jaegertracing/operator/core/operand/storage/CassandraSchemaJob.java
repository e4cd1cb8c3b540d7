package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jaegertracing.operator.core.operand.Pods;
import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.Names;
import io.jaegertracing.operator.core.plan.Storage.CassandraSchema;
import java.util.List;
import java.util.stream.Stream;

/** Makes the keyspace and its tables before anything reads or writes them. */
public final class CassandraSchemaJob {
  static final String DEFAULT_KEYSPACE = "jaeger_v1_test";

  /** One attempt: long enough for a schema, short enough to try again while the database starts. */
  private static final long SECONDS_PER_POD = 320;

  private CassandraSchemaJob() {}

  public static Stream<Job> desired(JaegerPlan plan) {
    return plan.storage().cassandraSchema().stream().map(schema -> job(plan, schema));
  }

  private static Job job(JaegerPlan plan, CassandraSchema schema) {
    return task(plan, schema)
        // What it logged last is then part of the Jaeger's status.
        .once(pod -> new PodSpecBuilder(pod)
            .withActiveDeadlineSeconds(SECONDS_PER_POD)
            .withAffinity(schema.affinity().orElse(null))
            .editFirstContainer()
            .withTerminationMessagePolicy("FallbackToLogsOnError")
            .endContainer()
            .build())
        .editSpec()
        .withActiveDeadlineSeconds(schema.timeoutSeconds())
        .withTtlSecondsAfterFinished(schema.ttlAfterFinished().orElse(null))
        .endSpec()
        .build();
  }

  /** It reaches the database as the collector does, with the collector's volumes and account. */
  private static Task task(JaegerPlan plan, CassandraSchema schema) {
    return new Task(
        plan,
        Names.dotted(plan.owner().name(), "-cassandra-schema-job", Names.LABEL),
        "cronjob-cassandra-schema",
        plan.collector().own().with(schema.pod()),
        schema.image(),
        List.of(),
        variables(plan, schema),
        List.of(),
        "OnFailure");
  }

  private static List<EnvVar> variables(JaegerPlan plan, CassandraSchema schema) {
    var flags = plan.storage().flags();
    var servers = flags.scalar("cassandra.servers").orElse("cassandra");
    return Stream.of(
            Stream.of(
                Pods.variable("MODE", schema.mode()),
                Pods.variable("DATACENTER", schema.datacenter()),
                Pods.variable("CQLSH_HOST", servers.split(",", -1)[0]),
                Pods.variable("CQLSH_PORT", flags.scalar("cassandra.port").orElse("9042")),
                Pods.variable(
                    "KEYSPACE", flags.scalar("cassandra.keyspace").orElse(DEFAULT_KEYSPACE))),
            login(plan, flags),
            Stream.of(Pods.variable("TRACE_TTL", Long.toString(schema.traceTtlSeconds()))))
        .flatMap(some -> some)
        .toList();
  }

  /** A Secret brings its own. */
  private static Stream<EnvVar> login(JaegerPlan plan, Flags flags) {
    return plan.storage().secret().isPresent()
        ? Stream.empty()
        : Stream.of(
            Pods.variable(
                "CASSANDRA_USERNAME", flags.scalar("cassandra.username").orElse("")),
            Pods.variable(
                "CASSANDRA_PASSWORD", flags.scalar("cassandra.password").orElse("")));
  }
}
