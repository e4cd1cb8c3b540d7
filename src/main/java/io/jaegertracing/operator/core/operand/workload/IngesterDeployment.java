package io.jaegertracing.operator.core.operand.workload;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.jaegertracing.operator.core.operand.Pods;
import io.jaegertracing.operator.core.operand.Program;
import io.jaegertracing.operator.core.operand.Wiring;
import io.jaegertracing.operator.core.operand.storage.SelfElasticsearch;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Carries spans from Kafka to the storage. */
public final class IngesterDeployment {
  private IngesterDeployment() {}

  public static Stream<Deployment> desired(JaegerPlan plan) {
    if (plan.strategy() != Strategy.STREAMING) {
      return Stream.empty();
    }
    var workload = new Workload(
        plan,
        Program.INGESTER,
        plan.ingester(),
        plan.storage().type(),
        Map.of(),
        Wiring.of(plan, Wiring::trustedCa, Wiring::plugin),
        variables(plan),
        List.of(Pods.port("admin-http", Program.INGESTER.adminPort(plan.ingester()))));
    return Stream.of(
        workload.finished(SelfElasticsearch.into(plan, unmarked(workload.deployment()))));
  }

  private static List<EnvVar> variables(JaegerPlan plan) {
    return Stream.concat(
            Stream.of(Variables.storage(plan.storage().type())),
            Pods.proxy(plan.platform()).stream())
        .toList();
  }

  /** Unlike its Pods the Deployment of an ingester has never carried annotations. */
  private static Deployment unmarked(Deployment deployment) {
    return new DeploymentBuilder(deployment)
        .editMetadata()
        .withAnnotations(Map.of())
        .endMetadata()
        .build();
  }
}
