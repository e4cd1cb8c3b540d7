package io.jaegertracing.operator.core.inject.sidecar;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.edit.Edits;
import io.jaegertracing.operator.core.edit.Path;
import io.jaegertracing.operator.core.inject.Ledger;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes away what injection added, and nothing else: what the record says, or what the Go operator is known to add. */
public final class Removal {
  private final Candidate candidate;
  private final Ledger ledger;
  private final Path template;
  private final Path pod;

  private Removal(Candidate candidate) {
    this.candidate = candidate;
    this.ledger = candidate.ledger().orElseGet(Ledger::unwritten);
    this.template = candidate.kind().templatePath();
    this.pod = candidate.kind().podPath();
  }

  public static void from(Edits edits, Candidate candidate) {
    new Removal(candidate).edit(edits);
  }

  private void edit(Edits edits) {
    removeAgent(edits, "containers");
    removeAgent(edits, "initContainers");
    removeVariables(edits);
    removeAttachments(edits);
    removeAnnotations(edits, template.field("metadata").field("annotations"), ledger.annotations());
    removeRecord(edits);
    removeMarks(edits);
  }

  private void removeAgent(Edits edits, String list) {
    var path = pod.field(list);
    var index = Named.find(edits.at(path), Candidate.AGENT);
    if (index >= 0) {
      edits.remove(path.item(index));
      if (!list.equals("containers")) {
        edits.removeIfEmpty(path);
      }
    }
  }

  /** The agent is gone by now, and what stood behind it moved up. */
  private void removeVariables(Edits edits) {
    var containers = candidate.pod().path("containers");
    var agent = Named.find(containers, Candidate.AGENT);
    for (var i = 0; i < containers.size(); i++) {
      if (i != agent) {
        var place = agent >= 0 && i > agent ? i - 1 : i;
        var env = pod.field("containers").item(place).field("env");
        var key = Named.key(containers, i);
        for (var name : List.of(Applications.SERVICE_NAME, Applications.PROPAGATION)) {
          written(key, name).ifPresent(value -> removeVariable(edits, env, name, value));
        }
      }
    }
  }

  private Optional<String> written(String key, String name) {
    return ledger
        .variable(key, name)
        .or(() -> ledger.adopted()
            ? Optional.ofNullable(
                Applications.wanted(candidate, Optional.empty()).get(name))
            : Optional.empty());
  }

  /** With another value it is the user's by now. */
  private static void removeVariable(Edits edits, Path env, String name, String value) {
    var index = Named.find(edits.at(env), name);
    var ours = JsonNodeFactory.instance.objectNode().put("name", name).put("value", value);
    if (index >= 0 && edits.at(env.item(index)).equals(ours)) {
      edits.remove(env.item(index));
      edits.removeIfEmpty(env);
    }
  }

  private void removeAttachments(Edits edits) {
    var attachments = new Attachments(pod);
    ledger.volumes().forEach(name -> attachments.remove(edits, Attachments.VOLUMES, name));
    ledger.pullSecrets().forEach(name -> attachments.remove(edits, Attachments.PULL_SECRETS, name));
    if (ledger.adopted() && candidate.policy().openShift()) {
      candidate
          .label()
          .ifPresent(instance -> List.of("-trusted-ca", "-service-ca")
              .forEach(
                  suffix -> attachments.remove(edits, Attachments.VOLUMES, instance + suffix)));
    }
  }

  private void removeRecord(Edits edits) {
    var annotations = template.field("metadata").field("annotations");
    edits.remove(annotations.field(Wellknown.RECORD));
    edits.removeIfEmpty(annotations);
  }

  /** On the workload itself; the Go operator put there, too, what Prometheus reads on Pods alone. */
  private void removeMarks(Edits edits) {
    var metadata = Path.ROOT.field("metadata");
    edits.remove(metadata.field("labels").field(Wellknown.INJECTED));
    edits.removeIfEmpty(metadata.field("labels"));
    edits.remove(metadata.field("annotations").field(Wellknown.REVISION));
    if (ledger.adopted()) {
      var go = Map.of(Wellknown.PROMETHEUS_SCRAPE, "true", Wellknown.PROMETHEUS_PORT, "14271");
      if (go.entrySet().stream()
          .allMatch(one -> edits
              .at(metadata.field("annotations").field(one.getKey()))
              .asText()
              .equals(one.getValue()))) {
        removeAnnotations(edits, metadata.field("annotations"), go);
      }
    }
    edits.removeIfEmpty(metadata.field("annotations"));
  }

  private static void removeAnnotations(Edits edits, Path annotations, Map<String, String> added) {
    added.keySet().stream()
        .sorted()
        .filter(key -> edits.at(annotations.field(key)).asText().equals(added.get(key)))
        .forEach(key -> edits.remove(annotations.field(key)));
  }
}
