package io.jaegertracing.operator.core.inspection;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.operand.Operands;
import io.jaegertracing.operator.core.operand.agent.AgentTemplates;
import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ports that options give to programs: a Pod and a Service declare each number once, and no number that is none. */
record ChosenPorts(JaegerPlan plan, Findings findings) {
  private static final int HIGHEST = 65_535;
  private static final String AGENT = "spec.agent";
  private static final Map<String, String> SERVICES = Map.of(
      "service-collector", "spec.collector", "service-query", "spec.query", "service-agent", AGENT);
  private static final Map<String, String> CONTAINERS = Map.of(
      "jaeger",
      "spec.allInOne",
      "jaeger-collector",
      "spec.collector",
      "jaeger-query",
      "spec.query",
      "jaeger-ingester",
      "spec.ingester",
      "jaeger-agent",
      AGENT);

  private record Port(String name, String protocol, int number) {
    static Port of(String name, @Nullable String protocol, int number) {
      return new Port(name, Objects.requireNonNullElse(protocol, "TCP"), number);
    }

    boolean isAt(Port other) {
      return number == other.number && protocol.equals(other.protocol);
    }
  }

  void check() {
    Operands.desired(plan).forEach(this::check);
    // A sidecar may be asked for at any time.
    check(AGENT, ports(AgentTemplates.ports(plan)));
  }

  private void check(HasMetadata object) {
    if (object instanceof Service service) {
      var labels = Optional.ofNullable(service.getMetadata().getLabels()).orElse(Map.of());
      var ports = service.getSpec().getPorts().stream()
          .map(port -> Port.of(port.getName(), port.getProtocol(), port.getPort()))
          .toList();
      Optional.ofNullable(SERVICES.get(labels.getOrDefault(Wellknown.APP_COMPONENT, "")))
          .ifPresent(field -> check(field, ports));
    }
    Inspection.pods(object).ifPresent(pods -> pods.getSpec().getContainers().forEach(this::check));
  }

  private void check(Container container) {
    Optional.ofNullable(CONTAINERS.get(container.getName()))
        .ifPresent(field -> check(field, ports(container.getPorts())));
  }

  private static List<Port> ports(List<ContainerPort> declared) {
    return declared.stream()
        .filter(port -> port.getName() != null)
        .map(port -> Port.of(port.getName(), port.getProtocol(), port.getContainerPort()))
        .toList();
  }

  private void check(String field, List<Port> ports) {
    for (var port : ports) {
      AgentTemplates.choosing(port.name())
          .filter(flags(field)::has)
          .findFirst()
          .ifPresent(flag -> check(field + ".options." + flag, port, ports));
    }
  }

  private void check(String option, Port port, List<Port> ports) {
    if (port.number() < 1 || port.number() > HIGHEST) {
      findings.refuse(
          Rule.OUT_OF_RANGE, option, port.number(), "write a port from 1 to " + HIGHEST);
    } else if (ports.stream().filter(port::isAt).count() > 1) {
      findings.refuse(
          Rule.OUT_OF_RANGE,
          option,
          port.number(),
          "another port of this program has this number; choose one of its own");
    }
  }

  private Flags flags(String field) {
    return switch (field) {
      case "spec.allInOne" -> plan.allInOne().flags();
      case "spec.collector" -> plan.collector().flags();
      case "spec.query" -> plan.query().flags();
      case "spec.ingester" -> plan.ingester().flags();
      default -> plan.agent().flags();
    };
  }
}
