package io.jaegertracing.operator.core.inject.sidecar;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.edit.Edits;
import io.jaegertracing.operator.core.edit.Path;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Ledger;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import io.jaegertracing.operator.core.inject.decision.Decision;
import io.jaegertracing.operator.core.plan.Names;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts a sidecar into a workload or brings the one that is there up to date; nothing else is touched. */
public final class Sidecar {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What came out, and what the user should know besides. */
  public record Outcome(Finding finding, List<String> notes) {}

  private final Candidate candidate;
  private final Decision.Inject inject;
  private final Path pod;
  private final Ledger before;

  private Sidecar(Candidate candidate, Decision.Inject inject) {
    this.candidate = candidate;
    this.inject = inject;
    this.pod = candidate.kind().podPath();
    this.before = before(candidate);
  }

  /** The ConfigMaps, by name, whose keys {@link #into} wants to know. */
  public static Set<String> references(Candidate candidate) {
    return Applications.references(candidate);
  }

  public static Outcome into(
      Edits edits, Candidate candidate, Decision.Inject inject, ConfigMaps configMaps) {
    return new Sidecar(candidate, inject).edit(edits, configMaps);
  }

  private static Ledger before(Candidate candidate) {
    return candidate
        .ledger()
        .orElseGet(() -> candidate.isInjected() ? Ledger.unwritten() : Ledger.nothing());
  }

  private Outcome edit(Edits edits, ConfigMaps configMaps) {
    var tuning = Tuning.of(candidate, inject.template());
    var agent = AgentContainer.of(candidate, inject, tuning);
    placeAgent(edits, agent.tree());
    var variables =
        new Applications(candidate, before, tuning.serviceName(), configMaps).edit(edits);
    var attachments = new Attachments(pod);
    var volumes =
        attachments.volumes(edits, inject.template().volumes(), before.volumes(), before.adopted());
    var secrets =
        attachments.pullSecrets(edits, inject.template().pullSecrets(), before.pullSecrets());
    // What follows changes no container. A template that is right stays as it is, or all its Pods
    // would be replaced for an annotation.
    if (!edits.isEmpty()) {
      var annotations = prometheus(edits, agent.adminPort());
      var ledger = new Ledger(
          inject.instance().key(),
          before.adopted(),
          variables,
          volumes,
          secrets,
          annotations,
          Seal.of(agent.tree()));
      edits.set(annotation(Wellknown.RECORD), NODES.textNode(ledger.text()));
    }
    edits.set(label(), NODES.textNode(Names.label(inject.instance().name())));
    return new Outcome(finding(edits), tuning.notes());
  }

  private Finding finding(Edits edits) {
    var instance = Optional.of(inject.instance().key());
    if (!candidate.hasAgent()) {
      return new Finding(Reason.INJECTED, "", instance);
    }
    return new Finding(edits.isEmpty() ? Reason.UNCHANGED : Reason.UPDATED, "", instance);
  }

  /** One that is there keeps its place; a native one comes first, so that other init containers can send spans. */
  private void placeAgent(Edits edits, ObjectNode agent) {
    var list = pod.field(inject.asNative() ? "initContainers" : "containers");
    var other = pod.field(inject.asNative() ? "containers" : "initContainers");
    var misplaced = Named.find(edits.at(other), Candidate.AGENT);
    if (misplaced >= 0) {
      edits.remove(other.item(misplaced));
      edits.removeIfEmpty(other);
    }
    var index = Named.find(edits.at(list), Candidate.AGENT);
    if (index >= 0) {
      var place = list.item(index);
      if (!ServerDefaults.isSameContainer(
          edits.at(place), agent, candidate.pod().path("hostNetwork").asBoolean())) {
        edits.set(place, agent);
      }
    } else if (inject.asNative()) {
      edits.prepend(list, agent);
    } else {
      edits.append(list, agent);
    }
  }

  /** Both annotations, or none if the user has told Prometheus anything already. */
  private SortedMap<String, String> prometheus(Edits edits, int port) {
    var wanted = new TreeMap<String, String>();
    wanted.put(Wellknown.PROMETHEUS_SCRAPE, "true");
    wanted.put(Wellknown.PROMETHEUS_PORT, Integer.toString(port));
    var given = edits.at(templateAnnotations());
    var isOurs = wanted.keySet().stream()
        .allMatch(key -> !given.has(key)
            || given.path(key).asText().equals(before.annotations().get(key)));
    if (!isOurs) {
      return new TreeMap<>();
    }
    wanted.forEach((key, value) -> edits.set(annotation(key), NODES.textNode(value)));
    return wanted;
  }

  private Path templateAnnotations() {
    return candidate.kind().templatePath().field("metadata").field("annotations");
  }

  private Path annotation(String key) {
    return templateAnnotations().field(key);
  }

  private static Path label() {
    return Path.ROOT.field("metadata").field("labels").field(Wellknown.INJECTED);
  }
}
