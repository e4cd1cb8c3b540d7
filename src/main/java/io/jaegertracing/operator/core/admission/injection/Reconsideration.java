package io.jaegertracing.operator.core.admission.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Question;
import io.jaegertracing.operator.core.admission.Requester;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.edit.Edits;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Ledger;
import io.jaegertracing.operator.core.inject.Policy;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import io.jaegertracing.operator.core.inject.sidecar.Removal;
import io.jaegertracing.operator.core.plan.Names;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be done about a workload that runs, when something changed that its sidecar depends on.
 *
 * @param firstEverywhere whether kinds that the Go operator left alone get a first sidecar while they run
 */
public record Reconsideration(Judge judge, Policy policy, boolean firstEverywhere) {
  private static final Set<Reason> CHANGES =
      EnumSet.of(Reason.INJECTED, Reason.UPDATED, Reason.REMOVED);

  /** Not ours to change, or not known well enough. */
  private static final Set<Reason> HANDS_OFF = EnumSet.of(
      Reason.NOT_WATCHED,
      Reason.NOT_A_WORKLOAD,
      Reason.OTHER_LEVEL,
      Reason.TERMINATING,
      Reason.MIRROR_POD,
      Reason.OWN_WORKLOAD,
      Reason.DECIDED_BY_OWNER,
      Reason.FOREIGN_SIDECAR,
      Reason.MALFORMED,
      Reason.NOT_READY,
      Reason.OVERLOADED,
      Reason.INTERNAL_ERROR);

  public sealed interface Step {
    /** It is as it should be. */
    record Leave() implements Step {}

    /** Its admission would change it: any write will do. */
    record Touch() implements Step {}

    /** Its Jaeger is gone, which admission alone takes for a passing state. The operations hold for this version only. */
    record Strip(ArrayNode operations) implements Step {}

    /** First, this has to be known. */
    record Ask(Set<Lookup> lookups) implements Step {}
  }

  /** Those whose template can be changed at all. */
  public List<WorkloadKind> kinds() {
    return policy.kinds().rows().stream()
        .filter(kind -> policy.level() != Policy.Level.POD
            && !kind.isPod()
            && kind.operations().contains("UPDATE"))
        .toList();
  }

  public Step of(WorkloadKind kind, JsonNode live, Facts facts) {
    if (!facts.snapshot().isComplete()) {
      return new Step.Leave();
    }
    var review = review(kind, live);
    var ruling = judge.judge(review, facts);
    if (ruling instanceof Question question) {
      return new Step.Ask(question.lookups());
    }
    var candidate = Candidate.of(kind, review.operation(), "", review.namespace(), live, policy);
    return ((Verdict) ruling)
        .finding()
        .filter(finding -> !HANDS_OFF.contains(finding.reason()))
        .map(finding -> step(finding, (Verdict) ruling, candidate, facts.snapshot()))
        .orElseGet(Step.Leave::new);
  }

  private Step step(Finding finding, Verdict verdict, Candidate candidate, Snapshot snapshot) {
    if (verdict.patch().isPresent() && CHANGES.contains(finding.reason())) {
      return finding.reason() == Reason.INJECTED && isUnaskedFirst(candidate)
          ? new Step.Leave()
          : new Step.Touch();
    }
    return candidate.isInjected() && isGone(candidate, snapshot)
        ? stripped(candidate)
        : new Step.Leave();
  }

  private boolean isUnaskedFirst(Candidate candidate) {
    return !firstEverywhere
        && !candidate.kind().isDeployment()
        && !candidate.isInjected()
        && candidate.label().isEmpty();
  }

  /** One that is being deleted is still there. */
  private static boolean isGone(Candidate candidate, Snapshot snapshot) {
    var recorded = candidate.ledger().map(Ledger::instance).filter(key -> !key.isEmpty());
    if (recorded.isPresent()) {
      return snapshot.instances().stream()
          .noneMatch(instance -> instance.key().equals(recorded.get()));
    }
    return candidate.label().isPresent()
        && snapshot.instances().stream()
            .noneMatch(instance -> candidate.label().equals(label(instance.name())));
  }

  private static Optional<String> label(String name) {
    return Optional.of(Names.label(name));
  }

  private static Step stripped(Candidate candidate) {
    var edits = new Edits(candidate.workload());
    try {
      Removal.from(edits, candidate);
    } catch (Edits.WrongShape wrong) {
      return new Step.Leave();
    }
    if (edits.isEmpty()) {
      return new Step.Leave();
    }
    var operations = JsonNodeFactory.instance.arrayNode();
    operations
        .addObject()
        .put("op", "test")
        .put("path", "/metadata/resourceVersion")
        .set("value", candidate.workload().at("/metadata/resourceVersion"));
    return new Step.Strip(operations.addAll(edits.operations()));
  }

  /** As if somebody wrote the workload again as it is. */
  private static Review review(WorkloadKind kind, JsonNode live) {
    var metadata = live.path("metadata");
    return new Review(
        "admission.k8s.io/v1",
        metadata.path("uid").asText(),
        new Review.Kind(kind.group(), kind.version(), live.path("kind").asText(kind.kind())),
        new Review.Resource(kind.group(), kind.version(), kind.resource()),
        "",
        "UPDATE",
        metadata.path("namespace").asText(),
        metadata.path("name").asText(),
        false,
        Optional.of(live),
        Optional.of(live),
        Requester.NOBODY);
  }

  /** A number that counts up; another one in its place starts anew. */
  public static String nextRevision(JsonNode live) {
    var revision =
        live.path("metadata").path("annotations").path(Wellknown.REVISION).asText();
    return revision.matches("\\d{1,18}") ? String.valueOf(Long.parseLong(revision) + 1) : "0";
  }
}
