package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.Commons;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.Storage;
import io.jaegertracing.operator.core.plan.StoragePlans;
import io.jaegertracing.operator.core.plan.Storages;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SparkDependenciesTest {
  private static CronJob cronJob(Storages storage) {
    var plans = Plans.of(Strategy.PRODUCTION).common(Commons.mount("shared", "/shared"));
    return SparkDependencies.desired(StoragePlans.with(plans.build(), storage))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> variables(Storages storage) {
    var template = cronJob(storage.dependencies(Common.NOTHING))
        .getSpec()
        .getJobTemplate()
        .getSpec()
        .getTemplate();
    return template.getSpec().getContainers().get(0).getEnv().stream()
        .filter(variable -> !variable.getName().equalsIgnoreCase("no_proxy"))
        .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
  }

  @Test
  void isAbsentWhereNobodyWantsIt() {
    var plan = StoragePlans.with(
        Plans.of(Strategy.PRODUCTION).build(), Storages.of(Storage.Type.CASSANDRA));
    assertThat(SparkDependencies.desired(plan)).isEmpty();
  }

  @Test
  void readsCassandraAsItsFlagsSay() {
    var storage = Storages.of(Storage.Type.CASSANDRA)
        .flag("cassandra.servers", "c0,c1")
        .flag("cassandra.tls", "false")
        .flag("cassandra.tls.enabled", "true");
    assertThat(variables(storage))
        .containsExactlyInAnyOrderEntriesOf(Map.of(
            "STORAGE", "cassandra",
            "JAVA_OPTS", "-Xmx1g",
            "CASSANDRA_CONTACT_POINTS", "c0,c1",
            "CASSANDRA_KEYSPACE", "jaeger_v1_test",
            "CASSANDRA_USE_SSL", "true",
            "CASSANDRA_CLIENT_AUTH_ENABLED", "true"));
  }

  @Test
  void readsElasticsearchAsItsFlagsSay() {
    var storage = Storages.of(Storage.Type.ELASTICSEARCH)
        .flag("es.server-urls", "http://s0:9200,http://s1:9200")
        .flag("es.use-aliases", "false");
    assertThat(variables(storage))
        .containsExactlyInAnyOrderEntriesOf(Map.of(
            "STORAGE", "elasticsearch",
            "JAVA_OPTS", "-Xmx1g",
            "ES_NODES", "http://s0:9200,http://s1:9200",
            "ES_TIME_RANGE", "24h",
            "ES_USE_ALIASES", "false",
            "ES_CLIENT_NODE_ONLY", "false"));
  }

  @Test
  void mountsWhatAllPodsMountAndHonoursItsLimits() {
    var own = Commons.mount("jars", "/jars");
    var spec = cronJob(Storages.of(Storage.Type.CASSANDRA).dependencies(own)).getSpec();
    var job = spec.getJobTemplate().getSpec();
    assertThat(job.getTemplate().getSpec().getVolumes())
        .extracting(volume -> volume.getName())
        .containsExactly("jars", "shared");
    assertThat(job.getTtlSecondsAfterFinished()).isEqualTo(60);
    assertThat(job.getTemplate().getSpec().getRestartPolicy()).isEqualTo("Never");
    assertThat(spec.getConcurrencyPolicy()).isEqualTo("Forbid");
  }
}
