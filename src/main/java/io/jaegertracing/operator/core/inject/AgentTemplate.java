package io.jaegertracing.operator.core.inject;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a Jaeger's sidecar is made of before a workload is known. The trees are shared by every review: nobody changes them.
 *
 * @param container without the tags of the workload, with both probes
 * @param arguments sorted, without {@code --agent.tags}
 * @param tags those of the Jaeger's own options, which stand in place of the usual ones
 */
public record AgentTemplate(
    ObjectNode container,
    List<String> arguments,
    Optional<String> tags,
    List<Port> ports,
    ArrayNode volumes,
    ArrayNode pullSecrets) {

  /** Where the agent listens; {@code chosen} when the Jaeger's options say so. */
  public record Port(String name, int number, String protocol, boolean chosen) {}

  public AgentTemplate {
    arguments = List.copyOf(arguments);
    ports = List.copyOf(ports);
  }
}
