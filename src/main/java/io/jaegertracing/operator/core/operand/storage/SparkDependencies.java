package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.jaegertracing.operator.core.operand.Pods;
import io.jaegertracing.operator.core.operand.Wiring;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.Names;
import io.jaegertracing.operator.core.plan.Storage;
import io.jaegertracing.operator.core.plan.Storage.Dependencies;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Works out from stored spans which service calls which. */
public final class SparkDependencies {
  private SparkDependencies() {}

  public static Stream<CronJob> desired(JaegerPlan plan) {
    return plan.storage().dependencies().stream().map(wanted -> cronJob(plan, wanted));
  }

  private static CronJob cronJob(JaegerPlan plan, Dependencies wanted) {
    return task(plan, wanted)
        .every(wanted.schedule(), wanted.limits())
        .editSpec()
        .withConcurrencyPolicy("Forbid")
        .endSpec()
        .build();
  }

  private static Task task(JaegerPlan plan, Dependencies wanted) {
    return new Task(
        plan,
        Names.dotted(plan.owner().name(), "-spark-dependencies", Names.CRON_JOB),
        "spark-dependencies",
        wanted.own(),
        wanted.image(),
        List.of(),
        Environment.of(Stream.of(
            Stream.of(
                Pods.variable("STORAGE", plan.storage().type().word()),
                Pods.variable("SPARK_MASTER", wanted.master()),
                Pods.variable("JAVA_OPTS", wanted.javaOptions())),
            plan.storage().type() == Storage.Type.CASSANDRA
                ? cassandra(plan, wanted)
                : elasticsearch(plan, wanted),
            Pods.proxy(plan.platform()).stream())),
        Wiring.of(plan, Wiring::trustedCa),
        "Never");
  }

  private static Stream<EnvVar> cassandra(JaegerPlan plan, Dependencies wanted) {
    var flags = plan.storage().flags();
    var keyspace = flags.scalar("cassandra.keyspace").orElse(CassandraSchemaJob.DEFAULT_KEYSPACE);
    return Stream.of(
            Environment.told(flags, "CASSANDRA_CONTACT_POINTS", "cassandra.servers"),
            Stream.of(Pods.variable("CASSANDRA_KEYSPACE", keyspace)),
            Environment.told(flags, "CASSANDRA_USERNAME", "cassandra.username"),
            Environment.told(flags, "CASSANDRA_PASSWORD", "cassandra.password"),
            // Jaeger 1.17 renamed the flag; the last one wins.
            Environment.told(flags, "CASSANDRA_USE_SSL", "cassandra.tls"),
            Environment.told(flags, "CASSANDRA_USE_SSL", "cassandra.tls.enabled"),
            Environment.told(flags, "CASSANDRA_LOCAL_DC", "cassandra.local-dc"),
            Stream.of(Pods.variable(
                "CASSANDRA_CLIENT_AUTH_ENABLED", Boolean.toString(wanted.cassandraClientAuth()))))
        .flatMap(some -> some);
  }

  private static Stream<EnvVar> elasticsearch(JaegerPlan plan, Dependencies wanted) {
    var flags = plan.storage().flags();
    return Stream.of(
            Stream.of(Pods.variable("ES_NODES", SearchUrls.all(plan))),
            Environment.told(flags, "ES_INDEX_PREFIX", "es.index-prefix"),
            Environment.told(flags, "ES_INDEX_DATE_SEPARATOR", "es.index-date-separator"),
            Environment.told(flags, "ES_USERNAME", "es.username"),
            Environment.told(flags, "ES_PASSWORD", "es.password"),
            Stream.of(Pods.variable("ES_TIME_RANGE", wanted.timeRange())),
            Environment.told(flags, "ES_USE_ALIASES", "es.use-aliases"),
            chosen("ES_NODES_WAN_ONLY", wanted.nodesWanOnly()),
            chosen("ES_CLIENT_NODE_ONLY", wanted.clientNodeOnly()))
        .flatMap(some -> some);
  }

  private static Stream<EnvVar> chosen(String variable, Optional<Boolean> choice) {
    return choice.stream().map(yes -> Pods.variable(variable, Boolean.toString(yes)));
  }
}
