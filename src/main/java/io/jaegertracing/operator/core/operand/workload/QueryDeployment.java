package io.jaegertracing.operator.core.operand.workload;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jaegertracing.operator.core.operand.Pods;
import io.jaegertracing.operator.core.operand.Program;
import io.jaegertracing.operator.core.operand.Services;
import io.jaegertracing.operator.core.operand.Wiring;
import io.jaegertracing.operator.core.operand.agent.Sidecar;
import io.jaegertracing.operator.core.operand.storage.SelfElasticsearch;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Serves the user interface from the storage. */
public final class QueryDeployment {
  private QueryDeployment() {}

  public static Stream<Deployment> desired(JaegerPlan plan) {
    if (plan.strategy() == Strategy.ALL_IN_ONE) {
      return Stream.empty();
    }
    var workload = new Workload(
        plan,
        Program.QUERY,
        plan.query(),
        plan.storage().type(),
        marks(plan),
        Wiring.of(plan, Wiring::uiConfiguration, Wiring::trustedCa, Wiring::plugin),
        variables(plan),
        List.of(
            Pods.port("grpc-query", 16685),
            Pods.port("query", Services.UI),
            Pods.port("admin-http", Program.QUERY.adminPort(plan.query()))));
    var deployment = LoginProxy.into(plan, workload.deployment());
    return Stream.of(
        workload.finished(SelfElasticsearch.into(plan, Sidecar.into(plan, deployment))));
  }

  /** It is traced by the Jaeger that it belongs to. */
  private static Map<String, String> marks(JaegerPlan plan) {
    return plan.query().traced()
        ? Map.of("sidecar.jaegertracing.io/inject", plan.owner().name())
        : Map.of();
  }

  private static List<EnvVar> variables(JaegerPlan plan) {
    var own = plan.query();
    return Stream.of(
            List.of(
                Variables.storage(plan.storage().type()),
                Variables.metrics(own),
                Variables.untraced(own)),
            Variables.prometheus(own).toList(),
            Pods.proxy(plan.platform()))
        .flatMap(Collection::stream)
        .toList();
  }
}
