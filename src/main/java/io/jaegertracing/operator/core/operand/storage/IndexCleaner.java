package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.jaegertracing.operator.core.operand.Pods;
import io.jaegertracing.operator.core.operand.Wiring;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.Names;
import io.jaegertracing.operator.core.plan.Storage;
import java.util.List;
import java.util.stream.Stream;

/** Deletes indices that have grown too old. */
public final class IndexCleaner {
  private IndexCleaner() {}

  public static Stream<CronJob> desired(JaegerPlan plan) {
    return plan.storage().indexCleaner().stream().map(cleaner -> cronJob(plan, cleaner));
  }

  private static CronJob cronJob(JaegerPlan plan, Storage.IndexCleaner cleaner) {
    var task = task(plan, cleaner);
    return task.every(cleaner.schedule(), cleaner.limits())
        .editMetadata()
        .withAnnotations(task.common().annotations())
        .endMetadata()
        .build();
  }

  private static Task task(JaegerPlan plan, Storage.IndexCleaner cleaner) {
    return new Task(
        plan,
        Names.dotted(plan.owner().name(), "-es-index-cleaner", Names.CRON_JOB),
        "cronjob-es-index-cleaner",
        cleaner.own(),
        cleaner.image(),
        List.of(Long.toString(cleaner.days()), SearchUrls.first(plan)),
        Environment.of(Stream.of(
            ScriptVariables.of(plan),
            Pods.proxy(plan.platform()).stream(),
            aliases(plan),
            SelfElasticsearch.variables(plan))),
        Wiring.of(plan, Wiring::trustedCa, SelfElasticsearch::maintenance),
        "Never");
  }

  /** Indices behind aliases are named in another way. */
  private static Stream<EnvVar> aliases(JaegerPlan plan) {
    return plan.storage().rollover().stream().map(rollover -> Pods.variable("ROLLOVER", "true"));
  }
}
