package io.jaegertracing.operator.core.operand.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.jaegertracing.operator.core.inject.AgentTemplate;
import io.jaegertracing.operator.core.inject.AgentTemplate.Port;
import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The sidecar of a Jaeger, as far as it does not depend on the workload. */
public final class AgentTemplates {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The flags that say where the agent listens, by the names of its ports. */
  private static final Map<String, List<String>> CHOOSING = Map.of(
      "zk-compact-trft", List.of("processor.zipkin-compact.server-host-port"),
      "config-rest", List.of("http-server.host-port"),
      "jg-compact-trft", List.of("processor.jaeger-compact.server-host-port"),
      "jg-binary-trft", List.of("processor.jaeger-binary.server-host-port"),
      "admin-http", List.of("admin.http.host-port", "admin-http-port"));

  private AgentTemplates() {}

  public static AgentTemplate of(JaegerPlan plan) {
    var agent = plan.agent();
    var wired = Sidecar.wired(plan);
    return new AgentTemplate(
        tree(Sidecar.container(plan, wired)),
        Sidecar.untagged(plan),
        tags(agent.flags()),
        AgentContainer.ports(agent).stream()
            .map(port -> new Port(
                port.getName(),
                port.getContainerPort(),
                Optional.ofNullable(port.getProtocol()).orElse("TCP"),
                choosing(port.getName()).anyMatch(agent.flags()::has)))
            .toList(),
        list(wired.volumes()),
        list(agent.own().imagePullSecrets()));
  }

  /** Where a sidecar listens. */
  public static List<ContainerPort> ports(JaegerPlan plan) {
    return AgentContainer.ports(plan.agent());
  }

  /** The flags that choose the port of this name. */
  public static Stream<String> choosing(String port) {
    return CHOOSING.getOrDefault(port, List.of()).stream();
  }

  /** Of a flag that is given several times the last one counts. */
  private static Optional<String> tags(Flags flags) {
    return Optional.ofNullable(flags.values().get("agent.tags"))
        .map(value -> value instanceof Flags.Value.One one
            ? one.text()
            : last(((Flags.Value.Many) value).texts()));
  }

  private static String last(List<String> texts) {
    return texts.isEmpty() ? "" : texts.get(texts.size() - 1);
  }

  private static ArrayNode list(List<?> objects) {
    var list = JsonNodeFactory.instance.arrayNode();
    objects.forEach(object -> list.add(tree(object)));
    return list;
  }

  /** Read back from its text, so that numbers have the types that they have in a request, where equal ones are sought. */
  private static ObjectNode tree(Object object) {
    try {
      return (ObjectNode) JSON.readTree(JSON.writeValueAsString(object));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
