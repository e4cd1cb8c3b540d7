package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.Commons;
import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.Storage;
import io.jaegertracing.operator.core.plan.StoragePlans;
import io.jaegertracing.operator.core.plan.Storages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IndexCleanerTest {
  private static CronJob cronJob(Plans plans, Storages storage) {
    return IndexCleaner.desired(StoragePlans.with(plans.build(), storage))
        .findFirst()
        .orElseThrow();
  }

  private static PodSpec pod(CronJob cronJob) {
    return cronJob.getSpec().getJobTemplate().getSpec().getTemplate().getSpec();
  }

  private static Container script(Storages storage) {
    return pod(cronJob(Plans.of(Strategy.PRODUCTION), storage)).getContainers().get(0);
  }

  private static Storages search() {
    return Storages.of(Storage.Type.ELASTICSEARCH)
        .flag("es.server-urls", "http://s0:9200,http://s1:9200")
        .cleaner(Common.NOTHING);
  }

  @Test
  void isAbsentWhereNobodyWantsIt() {
    var plan = StoragePlans.with(
        Plans.of(Strategy.PRODUCTION).build(), Storages.of(Storage.Type.ELASTICSEARCH));
    assertThat(IndexCleaner.desired(plan)).isEmpty();
  }

  @Test
  void isToldTheDaysAndTheFirstUrl() {
    assertThat(script(search()).getArgs()).containsExactly("7", "http://s0:9200");
    var listed = new Flags(new TreeMap<>(
        Map.of("es.server-urls", new Flags.Value.Many(List.of("http://b:9200", "http://a:9200")))));
    assertThat(script(search().flags(listed)).getArgs()).containsExactly("7", "http://b:9200");
  }

  @Test
  void hearsOfFlagsAndLeavesOutWhatIsEmpty() {
    var storage = search()
        .flag("es.index-prefix", "acme")
        .flag("es.password", "")
        .flag("skip-dependencies", "false");
    assertThat(script(storage).getEnv())
        .containsExactly(
            new EnvVar("INDEX_PREFIX", "acme", null),
            new EnvVar("SKIP_DEPENDENCIES", "false", null),
            new EnvVar("NO_PROXY", "localhost", null),
            new EnvVar("no_proxy", "localhost", null));
  }

  @Test
  void knowsThatIndicesAreBehindAliases() {
    assertThat(script(search().rollover(Common.NOTHING, Duration.ofHours(1))).getEnv())
        .contains(new EnvVar("ROLLOVER", "true", null));
  }

  @Test
  void skipsDependenciesAndTrustsTheClusterOnOpenShift() {
    var pod = pod(cronJob(Plans.of(Strategy.PRODUCTION).onOpenShift(), search()));
    assertThat(pod.getContainers().get(0).getEnv())
        .contains(new EnvVar("SKIP_DEPENDENCIES", "true", null));
    assertThat(pod.getVolumes())
        .extracting(volume -> volume.getName())
        .containsExactly("simple-trusted-ca");
  }

  @Test
  void honoursItsLimits() {
    var spec = cronJob(Plans.of(Strategy.PRODUCTION), search()).getSpec();
    assertThat(spec.getSchedule()).isEqualTo("3 4 * * *");
    assertThat(spec.getConcurrencyPolicy()).isNull();
    assertThat(spec.getSuccessfulJobsHistoryLimit()).isEqualTo(2);
    assertThat(spec.getJobTemplate().getSpec().getBackoffLimit()).isEqualTo(1);
    assertThat(spec.getJobTemplate().getSpec().getTtlSecondsAfterFinished()).isEqualTo(60);
  }

  @Test
  void followsWhatIsSaidOfAllPods() {
    var plans = Plans.of(Strategy.PRODUCTION).common(Commons.pullSecrets("all"));
    var storage = search().cleaner(Commons.pullSecrets("own"));
    var cronJob = cronJob(plans, storage);
    assertThat(pod(cronJob).getImagePullSecrets())
        .containsExactly(new LocalObjectReference("own"), new LocalObjectReference("all"));
    assertThat(cronJob.getMetadata().getAnnotations())
        .containsEntry("sidecar.istio.io/inject", "false");
  }

  @Test
  void isCutToTheLengthOfACronJob() {
    var name = "abcdefghij-abcdefghij-abcdefghij-abcdefghij-abcdefghij";
    var cronJob = cronJob(Plans.of(Strategy.PRODUCTION).ownedBy(name, "tracing"), search());
    assertThat(cronJob.getMetadata().getName())
        .isEqualTo("abcdefghij-abcdefghij-abcdefghij-ab-es-index-cleaner")
        .isEqualTo(pod(cronJob).getContainers().get(0).getName());
  }
}
