package io.jaegertracing.operator.core.operand.workload;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jaegertracing.operator.core.operand.Otlp;
import io.jaegertracing.operator.core.operand.Pods;
import io.jaegertracing.operator.core.operand.Program;
import io.jaegertracing.operator.core.operand.Services;
import io.jaegertracing.operator.core.operand.Wiring;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything in one process. */
public final class AllInOneDeployment {
  private AllInOneDeployment() {}

  public static Stream<Deployment> desired(JaegerPlan plan) {
    if (plan.strategy() != Strategy.ALL_IN_ONE) {
      return Stream.empty();
    }
    var workload = new Workload(
        plan,
        Program.ALL_IN_ONE,
        plan.allInOne(),
        plan.storage().type(),
        Map.of(),
        wirings(plan),
        variables(plan),
        ports(plan));
    return Stream.of(workload.finished(LoginProxy.into(plan, workload.deployment())));
  }

  private static List<Wiring> wirings(JaegerPlan plan) {
    return Wiring.of(
        plan,
        Wiring::uiConfiguration,
        Wiring::sampling,
        Wiring::collectorTls,
        Wiring::trustedCa,
        Wiring::serviceCa,
        Wiring::plugin);
  }

  private static List<EnvVar> variables(JaegerPlan plan) {
    var own = plan.allInOne();
    return Stream.of(
            List.of(
                Variables.storage(plan.storage().type()),
                Variables.metrics(own),
                Variables.zipkin(),
                Variables.untraced(own)),
            // Without an address the program's own default holds.
            Variables.prometheus(own).filter(url -> url.getValue() != null).toList(),
            Pods.proxy(plan.platform()),
            Otlp.variables(own))
        .flatMap(Collection::stream)
        .toList();
  }

  private static List<ContainerPort> ports(JaegerPlan plan) {
    var own = plan.allInOne();
    var always = Stream.of(
        Pods.udpPort("zk-compact-trft", 5775),
        Pods.port("config-rest", 5778),
        Pods.udpPort("jg-compact-trft", 6831),
        Pods.udpPort("jg-binary-trft", 6832),
        Pods.port("zipkin", 9411),
        Pods.port("c-tchan-trft", 14267),
        Pods.port("c-binary-trft", 14268),
        Pods.port("grpc-query", 16685),
        Pods.port("query", Services.UI),
        Pods.port("admin-http", Program.ALL_IN_ONE.adminPort(own)),
        Pods.port("grpc", 14250));
    return Stream.concat(always, Otlp.containerPorts(own)).toList();
  }
}
