package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.jaegertracing.operator.core.operand.agent.AgentDaemonSet;
import io.jaegertracing.operator.core.plan.Component;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Monitor;
import io.jaegertracing.operator.core.plan.Names;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where the Prometheus operator finds metrics: a Service for the admin port of each program, and a ServiceMonitor for each Service. */
final class ServiceMonitors {
  private static final String PORT = "admin-http";

  private ServiceMonitors() {}

  static Stream<HasMetadata> desired(JaegerPlan plan) {
    return plan.monitor().stream()
        .flatMap(monitor -> Stream.concat(programs(plan), agent(plan))
            .flatMap(source -> Stream.of(source.service(), source.monitor(monitor))));
  }

  private static Stream<Source> programs(JaegerPlan plan) {
    var collector = source(plan, Program.COLLECTOR, plan.collector());
    var query = source(plan, Program.QUERY, plan.query());
    return switch (plan.strategy()) {
      case ALL_IN_ONE -> Stream.of(source(plan, Program.ALL_IN_ONE, plan.allInOne()));
      case PRODUCTION -> Stream.of(collector, query);
      case STREAMING ->
        Stream.of(collector, query, source(plan, Program.INGESTER, plan.ingester()));
    };
  }

  private static Source source(JaegerPlan plan, Program program, Component component) {
    return new Source(
        plan, program.word(), Selected.of(plan, program).found(), program.adminPort(component));
  }

  private static Stream<Source> agent(JaegerPlan plan) {
    return plan.agent().onEveryNode()
        ? Stream.of(new Source(
            plan, "agent", AgentDaemonSet.selected(plan).found(), AgentDaemonSet.adminPort(plan)))
        : Stream.empty();
  }

  /** The Pods of one program. */
  private record Source(
      JaegerPlan plan, String word, SortedMap<String, String> selected, int port) {

    /** A Service of its own: those for clients may share their labels, and not every program has one. */
    Service service() {
      return new ServiceBuilder()
          .withMetadata(Identity.owned(plan.owner(), name(), labels(), Map.of()))
          .withNewSpec()
          .withClusterIP("None")
          .withPorts(Services.port(PORT, port))
          .withSelector(selected)
          .endSpec()
          .build();
    }

    GenericKubernetesResource monitor(Monitor monitor) {
      var labels = Identity.withUserLabels(labels(), monitor.labels());
      var spec = new TreeMap<String, Object>(Map.of(
          "endpoints",
          List.of(endpoint(monitor)),
          "selector",
          new TreeMap<>(Map.of("matchLabels", labels()))));
      return new GenericKubernetesResourceBuilder()
          .withApiVersion("monitoring.coreos.com/v1")
          .withKind("ServiceMonitor")
          .withMetadata(Identity.owned(plan.owner(), name(), labels, Map.of()))
          .addToAdditionalProperties("spec", spec)
          .build();
    }

    private static Map<String, Object> endpoint(Monitor monitor) {
      var endpoint = new TreeMap<String, Object>(Map.of("port", PORT));
      monitor.interval().ifPresent(interval -> endpoint.put("interval", interval));
      return endpoint;
    }

    private String name() {
      return Names.dns(plan.owner().name(), "-" + word + "-metrics");
    }

    private SortedMap<String, String> labels() {
      return Identity.labels(plan.owner(), name(), "metrics-" + word);
    }
  }
}
