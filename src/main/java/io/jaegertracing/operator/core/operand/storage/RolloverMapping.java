package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jaegertracing.operator.core.operand.Pods;
import io.jaegertracing.operator.core.operand.Wiring;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.Names;
import io.jaegertracing.operator.core.plan.Storage.Rollover;
import java.util.List;
import java.util.stream.Stream;

/** Makes templates, first indices and aliases before anything is written to Elasticsearch. */
public final class RolloverMapping {
  private RolloverMapping() {}

  public static Stream<Job> desired(JaegerPlan plan) {
    return plan.storage().rollover().stream().map(rollover -> job(plan, rollover));
  }

  /** What it did is remembered, so that it is not made once more when it is removed after its time. */
  private static Job job(JaegerPlan plan, Rollover rollover) {
    return task(plan, rollover)
        .once(pod -> pod)
        .editSpec()
        .withParallelism(1)
        .withTtlSecondsAfterFinished(rollover.limits().ttlAfterFinished().orElse(null))
        .withBackoffLimit(rollover.limits().backoff().orElse(null))
        .endSpec()
        .build();
  }

  private static Task task(JaegerPlan plan, Rollover rollover) {
    var flags = plan.storage().flags();
    return new Task(
        plan,
        Names.dotted(plan.owner().name(), "-es-rollover-create-mapping", Names.LABEL),
        "job-es-rollover-create-mapping",
        rollover.own(),
        rollover.image(),
        List.of("init", SearchUrls.first(plan)),
        Environment.of(Stream.of(
            ScriptVariables.of(plan),
            Environment.told(flags, "SHARDS", "es.num-shards"),
            Environment.told(flags, "REPLICAS", "es.num-replicas"),
            Pods.proxy(plan.platform()).stream(),
            SelfElasticsearch.variables(plan))),
        Wiring.of(plan, Wiring::trustedCa, SelfElasticsearch::maintenance),
        "OnFailure");
  }
}
