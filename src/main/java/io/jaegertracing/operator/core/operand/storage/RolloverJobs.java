package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.jaegertracing.operator.core.operand.Pods;
import io.jaegertracing.operator.core.operand.Wiring;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.Names;
import io.jaegertracing.operator.core.plan.Storage.Rollover;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Begins new indices behind the alias that is written to, and takes old ones from the alias that is read. */
public final class RolloverJobs {
  private RolloverJobs() {}

  public static Stream<CronJob> desired(JaegerPlan plan) {
    return plan.storage().rollover().stream()
        .flatMap(rollover -> Stream.of(
            cronJob(
                plan,
                rollover,
                "rollover",
                Stream.of(Pods.variable("CONDITIONS", rollover.conditions()))),
            cronJob(
                plan,
                rollover,
                "lookback",
                rollover.readTtl().stream().flatMap(RolloverJobs::age))));
  }

  private static CronJob cronJob(
      JaegerPlan plan, Rollover rollover, String action, Stream<EnvVar> variables) {
    return task(plan, rollover, action, variables)
        .every(rollover.schedule(), rollover.limits())
        .editSpec()
        .withConcurrencyPolicy("Forbid")
        .endSpec()
        .build();
  }

  private static Task task(
      JaegerPlan plan, Rollover rollover, String action, Stream<EnvVar> variables) {
    return new Task(
        plan,
        Names.dotted(plan.owner().name(), "-es-" + action, Names.CRON_JOB),
        "cronjob-es-" + action,
        rollover.own(),
        rollover.image(),
        List.of(action, SearchUrls.first(plan)),
        Environment.of(Stream.of(
            ScriptVariables.of(plan),
            variables,
            Pods.proxy(plan.platform()).stream(),
            SelfElasticsearch.variables(plan))),
        Wiring.of(plan, Wiring::trustedCa, SelfElasticsearch::maintenance),
        "OnFailure");
  }

  /** In the largest unit that says it exactly, since the script knows whole numbers only. */
  private static Stream<EnvVar> age(Duration duration) {
    if (isMultiple(duration, Duration.ofHours(1))) {
      return age("hours", duration.toHours());
    }
    if (isMultiple(duration, Duration.ofMinutes(1))) {
      return age("minutes", duration.toMinutes());
    }
    var seconds = BigDecimal.valueOf(duration.toNanos(), 9).setScale(0, RoundingMode.HALF_UP);
    return age("seconds", seconds.longValueExact());
  }

  private static Stream<EnvVar> age(String unit, long count) {
    return Stream.of(
        Pods.variable("UNIT", unit), Pods.variable("UNIT_COUNT", Long.toString(count)));
  }

  private static boolean isMultiple(Duration duration, Duration unit) {
    return duration.toNanos() % unit.toNanos() == 0;
  }
}
