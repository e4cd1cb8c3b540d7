package io.jaegertracing.operator.core.inject.decision;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.inject.AgentTemplate;
import io.jaegertracing.operator.core.inject.AgentTemplate.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Containers of a Pod share its ports: what the agent listens on must be free. */
public final class PortConflicts {
  /** Nobody but the kubelet and Prometheus has to find it, and both are told. */
  private static final String MOVABLE = "admin-http";

  private static final int TRIED = 100;

  /** A port of a container that runs beside the agent. */
  private record Taken(String container, int number, String protocol) {
    boolean is(Port port, int number) {
      return this.number == number && protocol.equals(port.protocol());
    }
  }

  private PortConflicts() {}

  /** A sentence about the first port that is taken and cannot be moved. */
  static Optional<String> unresolved(Candidate candidate, AgentTemplate template) {
    var taken = taken(candidate);
    return template.ports().stream()
        .filter(port -> port.chosen() || !port.name().equals(MOVABLE))
        .flatMap(port -> taken.stream()
            .filter(other -> other.is(port, port.number()))
            .map(other -> "container " + other.container() + " listens on " + port.number() + "/"
                + port.protocol() + ", the agent's " + port.name()
                + "; choose another port in spec.agent.options"))
        .findFirst();
  }

  /** Where health and metrics of the agent are served beside these containers: as the template says, or at the next port that is free. */
  public static int adminPort(Candidate candidate, AgentTemplate template) {
    var admin = template.ports().stream()
        .filter(port -> port.name().equals(MOVABLE))
        .findFirst()
        .orElseThrow();
    var taken = taken(candidate);
    return IntStream.range(admin.number(), admin.number() + TRIED)
        .filter(number -> taken.stream().noneMatch(other -> other.is(admin, number)))
        .filter(number -> template.ports().stream()
            .noneMatch(port -> !port.equals(admin) && port.number() == number))
        .findFirst()
        .orElse(admin.number());
  }

  private static List<Taken> taken(Candidate candidate) {
    var taken = new ArrayList<Taken>();
    candidate.pod().path("containers").forEach(container -> add(container, taken));
    for (var container : candidate.pod().path("initContainers")) {
      // One that ends has let go of its ports when the agent comes.
      if (container.path("restartPolicy").asText().equals("Always")) {
        add(container, taken);
      }
    }
    return taken;
  }

  private static void add(JsonNode container, List<Taken> taken) {
    var name = container.path("name").asText();
    if (name.equals(Candidate.AGENT)) {
      return;
    }
    for (var port : container.path("ports")) {
      taken.add(new Taken(
          name, port.path("containerPort").asInt(), port.path("protocol").asText("TCP")));
    }
  }
}
