package io.jaegertracing.operator.core.inject.sidecar;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.core.inject.AgentTemplate;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import io.jaegertracing.operator.core.inject.decision.Decision;
import io.jaegertracing.operator.core.inject.decision.PodSecurity;
import io.jaegertracing.operator.core.inject.decision.PortConflicts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sidecar of one workload: its Jaeger's, with what only this workload can say. */
record AgentContainer(ObjectNode tree, int adminPort) {
  private static final String LEVEL = "--log-level=";
  private static final String ADMIN = "--admin.http.host-port=";
  private static final String ADMIN_PORT = "admin-http";

  static AgentContainer of(Candidate candidate, Decision.Inject inject, Tuning tuning) {
    var template = inject.template();
    var port = PortConflicts.adminPort(candidate, template);
    var moved = template.ports().stream()
        .noneMatch(own -> own.name().equals(ADMIN_PORT) && own.number() == port);
    var tree = JsonNodeFactory.instance.objectNode();
    tree.setAll(template.container());
    tuning.image().ifPresent(image -> tree.put("image", image));
    var arguments = JsonNodeFactory.instance.arrayNode();
    arguments(candidate, template, tuning, moved ? Optional.of(port) : Optional.empty())
        .forEach(arguments::add);
    tree.set("args", arguments);
    if (tuning.resources().isEmpty()) {
      tree.remove("resources");
    } else {
      tree.set("resources", tuning.resources());
    }
    if (moved) {
      move(tree, port);
    }
    if (inject.asNative()) {
      tree.put("restartPolicy", "Always");
    }
    return new AgentContainer(
        PodSecurity.of(candidate.surroundings().namespace()).harden(tree), port);
  }

  private static List<String> arguments(
      Candidate candidate, AgentTemplate template, Tuning tuning, Optional<Integer> admin) {
    var tags = AgentTags.of(candidate, template, tuning);
    var own = template.arguments().stream()
        .filter(argument -> tags.isEmpty() || !argument.startsWith(AgentTags.TAGS))
        .filter(argument -> tuning.logLevel().isEmpty() || !argument.startsWith(LEVEL));
    var more = Stream.of(
        tags.map(AgentTags.TAGS::concat),
        tuning.logLevel().map(LEVEL::concat),
        admin.map(port -> ADMIN + ":" + port));
    return Stream.concat(own, more.flatMap(Optional::stream)).sorted().toList();
  }

  private static void move(ObjectNode tree, int port) {
    var ports = tree.path("ports").deepCopy();
    for (var declared : ports) {
      if (declared.path("name").asText().equals(ADMIN_PORT)) {
        ((ObjectNode) declared).put("containerPort", port);
      }
    }
    tree.set("ports", ports);
    for (var probe : List.of("livenessProbe", "readinessProbe")) {
      if (tree.path(probe).isObject()) {
        var copy = (ObjectNode) tree.path(probe).deepCopy();
        copy.withObject("/httpGet").put("port", port);
        tree.set(probe, copy);
      }
    }
  }
}
