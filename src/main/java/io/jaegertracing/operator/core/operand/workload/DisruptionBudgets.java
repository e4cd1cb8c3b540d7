package io.jaegertracing.operator.core.operand.workload;

import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import io.jaegertracing.operator.core.operand.Identity;
import io.jaegertracing.operator.core.operand.Program;
import io.jaegertracing.operator.core.operand.Selected;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.Component;
import io.jaegertracing.operator.core.plan.Component.Disruption;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import java.util.stream.Stream;

/** How many Pods of a program may be missing while nodes are drained. */
public final class DisruptionBudgets {
  private DisruptionBudgets() {}

  public static Stream<PodDisruptionBudget> desired(JaegerPlan plan) {
    var collector = of(plan, Program.COLLECTOR, plan.collector());
    var query = of(plan, Program.QUERY, plan.query());
    return switch (plan.strategy()) {
      case ALL_IN_ONE -> Stream.empty();
      case PRODUCTION -> Stream.concat(collector, query);
      case STREAMING ->
        Stream.of(collector, query, of(plan, Program.INGESTER, plan.ingester()))
            .flatMap(some -> some);
    };
  }

  private static Stream<PodDisruptionBudget> of(
      JaegerPlan plan, Program program, Component component) {
    return component.disruption().stream()
        .map(disruption ->
            budget(plan, program, disruption, Common.merge(component.own(), plan.common())));
  }

  private static PodDisruptionBudget budget(
      JaegerPlan plan, Program program, Disruption disruption, Common common) {
    var name = program.objectName(plan.owner());
    var ours = Identity.labels(plan.owner(), name, "pdb-" + program.word());
    return new PodDisruptionBudgetBuilder()
        .withMetadata(Identity.owned(
            plan.owner(),
            name,
            Identity.withUserLabels(ours, common.labels()),
            common.annotations()))
        .withNewSpec()
        .withMinAvailable(disruption.minAvailable().orElse(null))
        .withMaxUnavailable(disruption.maxUnavailable().orElse(null))
        .withNewSelector()
        .withMatchLabels(Selected.of(plan, program).found())
        .endSelector()
        .endSpec()
        .build();
  }
}
