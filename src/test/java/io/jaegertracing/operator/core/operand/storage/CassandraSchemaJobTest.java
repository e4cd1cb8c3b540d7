package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jaegertracing.operator.core.plan.Commons;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.Storage;
import io.jaegertracing.operator.core.plan.StoragePlans;
import io.jaegertracing.operator.core.plan.Storages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CassandraSchemaJobTest {
  private static Job job(Plans plans, Storages storage) {
    return CassandraSchemaJob.desired(StoragePlans.with(plans.build(), storage))
        .findFirst()
        .orElseThrow();
  }

  private static Storages cassandra() {
    return Storages.of(Storage.Type.CASSANDRA).schema();
  }

  private static List<EnvVar> variables(Job job) {
    return job.getSpec().getTemplate().getSpec().getContainers().get(0).getEnv();
  }

  @Test
  void isAbsentWhereTheSchemaIsMadeByOthers() {
    var plan = StoragePlans.with(
        Plans.of(Strategy.PRODUCTION).build(), Storages.of(Storage.Type.CASSANDRA));
    assertThat(CassandraSchemaJob.desired(plan)).isEmpty();
  }

  @Test
  void asksTheFirstServerAndKeepsSecretsOutWhenASecretBringsThem() {
    var storage = cassandra()
        .flag("cassandra.servers", "c0,c1")
        .flag("cassandra.username", "shown")
        .flag("cassandra.port", "9043");
    var job = job(Plans.of(Strategy.PRODUCTION), storage);
    assertThat(variables(job))
        .extracting(EnvVar::getName, EnvVar::getValue)
        .containsExactly(
            tuple("MODE", "prod"),
            tuple("DATACENTER", "dc1"),
            tuple("CQLSH_HOST", "c0"),
            tuple("CQLSH_PORT", "9043"),
            tuple("KEYSPACE", "jaeger_v1_test"),
            tuple("TRACE_TTL", "3600"));
    var container = job.getSpec().getTemplate().getSpec().getContainers().get(0);
    assertThat(container.getEnvFrom())
        .extracting(from -> from.getSecretRef().getName())
        .containsExactly("storage-login");
  }

  @Test
  void namesTheLoginEvenWhenItIsEmpty() {
    var storage = cassandra().withoutSecret().flag("cassandra.username", "u");
    assertThat(variables(job(Plans.of(Strategy.PRODUCTION), storage)))
        .contains(
            new EnvVar("CASSANDRA_USERNAME", "u", null),
            new EnvVar("CASSANDRA_PASSWORD", null, null));
  }

  @Test
  void endsInTimeAndIsRemovedAfterwards() {
    var spec = job(Plans.of(Strategy.PRODUCTION), cassandra()).getSpec();
    assertThat(spec.getActiveDeadlineSeconds()).isEqualTo(120);
    assertThat(spec.getTtlSecondsAfterFinished()).isEqualTo(30);
    assertThat(spec.getTemplate().getSpec().getActiveDeadlineSeconds()).isEqualTo(320);
    assertThat(spec.getTemplate().getSpec().getRestartPolicy()).isEqualTo("OnFailure");
  }

  @Test
  void reachesTheDatabaseAsTheCollectorDoes() {
    var plans = Plans.of(Strategy.PRODUCTION)
        .collector(collector -> collector.own(Commons.mount("tls", "/tls")));
    var pod = job(plans, cassandra()).getSpec().getTemplate().getSpec();
    assertThat(pod.getServiceAccountName()).isEqualTo("simple");
    assertThat(pod.getVolumes()).extracting(volume -> volume.getName()).containsExactly("tls");
  }

  @Test
  void leavesTheBaseLabelsOfItsPodsToTheOperator() {
    var plans =
        Plans.of(Strategy.PRODUCTION).common(Commons.labels(Map.of("app", "mine", "team", "core")));
    var job = job(plans, cassandra());
    assertThat(job.getSpec().getTemplate().getMetadata().getLabels())
        .containsEntry("app", "jaeger")
        .containsEntry("team", "core")
        .containsEntry("app.kubernetes.io/component", "cronjob-cassandra-schema");
    assertThat(job.getMetadata().getLabels())
        .containsEntry("app", "mine")
        .containsEntry("team", "core");
    assertThat(job.getApiVersion()).isEqualTo("batch/v1");
    assertThat(job.getMetadata().getOwnerReferences()).hasSize(1);
  }

  @Test
  void namesItsContainerWithoutDots() {
    var job = job(Plans.of(Strategy.PRODUCTION).ownedBy("my.jaeger", "tracing"), cassandra());
    assertThat(job.getMetadata().getName()).isEqualTo("my.jaeger-cassandra-schema-job");
    assertThat(job.getSpec().getTemplate().getSpec().getContainers())
        .extracting(container -> container.getName())
        .containsExactly("my-jaeger-cassandra-schema-job");
  }
}
