package io.jaegertracing.operator.core.inject.sidecar;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.inject.AgentTemplate;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the agent adds to every span: where it comes from. The agent itself puts in what stands in braces. */
final class AgentTags {
  static final String TAGS = "--agent.tags=";

  private AgentTags() {}

  /** Absent when the options of the Jaeger say it all. */
  static Optional<String> of(Candidate candidate, AgentTemplate template, Tuning tuning) {
    if (template.tags().isEmpty()) {
      var tags = usual(candidate);
      tags.putAll(tuning.tags());
      return Optional.of(text(tags).sorted().collect(Collectors.joining(",")));
    }
    return tuning.tags().isEmpty()
        ? Optional.empty()
        : Optional.of(Stream.concat(template.tags().stream(), text(tuning.tags()))
            .filter(tag -> !tag.isEmpty())
            .collect(Collectors.joining(",")));
  }

  private static SortedMap<String, String> usual(Candidate candidate) {
    var tags = new TreeMap<>(Map.of(
        "cluster", "undefined",
        "pod.namespace", candidate.namespace(),
        "pod.name", "${POD_NAME:}",
        "host.ip", "${HOST_IP:}"));
    if (candidate.kind().isPod()) {
      topmost(candidate).ifPresent(owner -> tags.put(WorkloadKind.tag(owner.kind()), owner.name()));
    } else {
      var tag = WorkloadKind.tag(candidate.kind().kind());
      tags.put(tag, wasNameless(candidate, tag) ? "" : candidate.meta().name());
    }
    onlyContainer(candidate).ifPresent(name -> tags.put("container.name", name));
    return tags;
  }

  /** A name that the server made up came after the sidecar, and is no reason to replace all Pods. */
  private static boolean wasNameless(Candidate candidate, String tag) {
    return candidate.workload().at("/metadata/generateName").isTextual()
        && Stream.of("containers", "initContainers")
            .map(candidate.pod()::path)
            .map(list -> list.path(Named.find(list, Candidate.AGENT)))
            .flatMap(agent -> StreamSupport.stream(agent.path("args").spliterator(), false))
            .map(JsonNode::asText)
            .filter(argument -> argument.startsWith(TAGS))
            .flatMap(argument -> Stream.of(argument.substring(TAGS.length()).split(",", -1)))
            .anyMatch(given -> given.equals(tag + "="));
  }

  /** As far up as is known; without a look further up, what owns the Pod itself. */
  private static Optional<Meta.Owner> topmost(Candidate candidate) {
    var owners = candidate.owners();
    return owners.isEmpty()
        ? candidate.meta().controller()
        : Optional.of(owners.get(owners.size() - 1).owner());
  }

  private static Optional<String> onlyContainer(Candidate candidate) {
    String only = null;
    for (var container : candidate.pod().path("containers")) {
      var name = container.path("name").asText();
      if (!name.equals(Candidate.AGENT)) {
        if (only != null) {
          return Optional.empty();
        }
        only = name;
      }
    }
    return Optional.ofNullable(only);
  }

  private static Stream<String> text(Map<String, String> tags) {
    return tags.entrySet().stream().map(tag -> tag.getKey() + "=" + tag.getValue());
  }
}
