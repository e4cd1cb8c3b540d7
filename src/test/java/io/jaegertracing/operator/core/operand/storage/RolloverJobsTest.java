package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.Commons;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.Storage;
import io.jaegertracing.operator.core.plan.StoragePlans;
import io.jaegertracing.operator.core.plan.Storages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RolloverJobsTest {
  private static JaegerPlan plan(Common own, Duration readTtl) {
    return StoragePlans.with(Plans.of(Strategy.PRODUCTION).build(), storage(own, readTtl));
  }

  private static Storages storage(Common own, Duration readTtl) {
    return Storages.of(Storage.Type.ELASTICSEARCH)
        .flag("es.server-urls", "http://s0:9200")
        .flag("es.num-shards", "4")
        .rollover(own, readTtl);
  }

  private static List<CronJob> cronJobs(Duration readTtl) {
    return RolloverJobs.desired(plan(Common.NOTHING, readTtl)).toList();
  }

  private static Container script(CronJob cronJob) {
    var template = cronJob.getSpec().getJobTemplate().getSpec().getTemplate();
    return template.getSpec().getContainers().get(0);
  }

  @Test
  void areAbsentWithoutAliases() {
    var plan = StoragePlans.with(
        Plans.of(Strategy.PRODUCTION).build(), Storages.of(Storage.Type.ELASTICSEARCH));
    assertThat(RolloverJobs.desired(plan)).isEmpty();
    assertThat(RolloverMapping.desired(plan)).isEmpty();
  }

  @Test
  void rollOverUnderTheUsersConditions() {
    var script = script(cronJobs(Duration.ofHours(1)).get(0));
    assertThat(script.getName()).isEqualTo("simple-es-rollover");
    assertThat(script.getArgs()).containsExactly("rollover", "http://s0:9200");
    assertThat(script.getEnv()).contains(new EnvVar("CONDITIONS", "{\"max_age\": \"3d\"}", null));
    assertThat(script.getEnv()).extracting(EnvVar::getName).doesNotContain("UNIT");
  }

  @ParameterizedTest
  @CsvSource({
    "PT48H, hours, 48",
    "PT36H30M, minutes, 2190",
    "PT1M1.5S, seconds, 62",
    "PT0S, hours, 0",
  })
  void lookBackInTheLargestUnitThatIsExact(Duration readTtl, String unit, String count) {
    var script = script(cronJobs(readTtl).get(1));
    assertThat(script.getName()).isEqualTo("simple-es-lookback");
    assertThat(script.getEnv())
        .contains(new EnvVar("UNIT", unit, null), new EnvVar("UNIT_COUNT", count, null));
    assertThat(script.getEnv()).extracting(EnvVar::getName).doesNotContain("CONDITIONS");
  }

  @Test
  void neverRunTwiceAtATimeAndHonourTheirLimits() {
    assertThat(cronJobs(Duration.ofHours(1))).allSatisfy(cronJob -> {
      var spec = cronJob.getSpec();
      assertThat(spec.getConcurrencyPolicy()).isEqualTo("Forbid");
      assertThat(spec.getSchedule()).isEqualTo("5 6 * * *");
      assertThat(spec.getSuccessfulJobsHistoryLimit()).isEqualTo(2);
      assertThat(spec.getJobTemplate().getSpec().getBackoffLimit()).isEqualTo(1);
      assertThat(spec.getJobTemplate().getSpec().getTtlSecondsAfterFinished()).isEqualTo(60);
    });
  }

  @Test
  void labelTheirPodsAsOurs() {
    var plan = plan(Commons.labels(Map.of("app", "mine", "tier", "batch")), Duration.ofHours(1));
    var pods = RolloverJobs.desired(plan)
        .findFirst()
        .orElseThrow()
        .getSpec()
        .getJobTemplate()
        .getSpec();
    assertThat(pods.getTemplate().getMetadata().getLabels())
        .containsEntry("app", "jaeger")
        .containsEntry("tier", "batch")
        .containsEntry("app.kubernetes.io/component", "cronjob-es-rollover");
  }

  @Test
  void areInitialisedByAJobThatHonoursTheirLimits() {
    var job = RolloverMapping.desired(plan(Common.NOTHING, Duration.ofHours(1)))
        .findFirst()
        .orElseThrow();
    var script = job.getSpec().getTemplate().getSpec().getContainers().get(0);
    assertThat(script.getArgs()).containsExactly("init", "http://s0:9200");
    assertThat(script.getEnv()).contains(new EnvVar("SHARDS", "4", null));
    assertThat(job.getSpec().getBackoffLimit()).isEqualTo(1);
    assertThat(job.getSpec().getTtlSecondsAfterFinished()).isEqualTo(60);
    assertThat(job.getSpec().getParallelism()).isEqualTo(1);
    assertThat(job.getKind()).isEqualTo("Job");
  }
}
