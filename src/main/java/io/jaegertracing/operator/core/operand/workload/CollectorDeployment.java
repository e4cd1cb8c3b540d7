package io.jaegertracing.operator.core.operand.workload;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jaegertracing.operator.core.operand.Otlp;
import io.jaegertracing.operator.core.operand.Pods;
import io.jaegertracing.operator.core.operand.Program;
import io.jaegertracing.operator.core.operand.Wiring;
import io.jaegertracing.operator.core.operand.storage.SelfElasticsearch;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Storage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Takes spans in: to the storage, or to Kafka when the ingester stores them. */
public final class CollectorDeployment {
  private CollectorDeployment() {}

  public static Stream<Deployment> desired(JaegerPlan plan) {
    if (plan.strategy() == Strategy.ALL_IN_ONE) {
      return Stream.empty();
    }
    var storage = plan.strategy() == Strategy.STREAMING
        ? Storage.Type.KAFKA
        : plan.storage().type();
    var workload = new Workload(
        plan,
        Program.COLLECTOR,
        plan.collector(),
        storage,
        Map.of(),
        Wiring.of(plan, Wiring::sampling, Wiring::collectorTls, Wiring::trustedCa, Wiring::plugin),
        variables(plan, storage),
        ports(plan));
    return Stream.of(workload.finished(SelfElasticsearch.into(plan, workload.deployment())));
  }

  private static List<EnvVar> variables(JaegerPlan plan, Storage.Type storage) {
    return Stream.of(
            List.of(Variables.storage(storage), Variables.zipkin()),
            Pods.proxy(plan.platform()),
            Otlp.variables(plan.collector()))
        .flatMap(Collection::stream)
        .toList();
  }

  private static List<ContainerPort> ports(JaegerPlan plan) {
    var always = Stream.of(
        Pods.port("zipkin", 9411),
        Pods.port("c-tchan-trft", 14267),
        Pods.port("c-binary-trft", 14268),
        Pods.port("admin-http", Program.COLLECTOR.adminPort(plan.collector())),
        Pods.port("grpc", 14250));
    return Stream.concat(always, Otlp.containerPorts(plan.collector())).toList();
  }
}
