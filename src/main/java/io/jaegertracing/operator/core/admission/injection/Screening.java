package io.jaegertracing.operator.core.admission.injection;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.inject.Policy;
import io.jaegertracing.operator.core.inject.VerificationMode;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.core.inject.WorkloadKinds;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import io.jaegertracing.operator.core.inject.decision.Decision;
import io.jaegertracing.operator.core.inject.decision.InjectionRules;
import io.jaegertracing.operator.core.inject.decision.Wish;
import io.jaegertracing.operator.core.inject.decision.Wish.Place;
import io.jaegertracing.operator.core.inject.verification.Hindsight;
import io.jaegertracing.operator.core.inject.verification.Lineage;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which Pods may be without the sidecar that they ask for, as far as metadata tells: all others need not be read.
 *
 * @param usual for namespaces that do not say what becomes of their Pods
 */
public record Screening(Policy policy, VerificationMode usual) {
  private static final WorkloadKind POD =
      WorkloadKinds.ALL.ofResource("", "pods").orElseThrow();
  private static final WorkloadKind REPLICA_SET = new WorkloadKind(
      "apps", "v1", "replicasets", "ReplicaSet", List.of("spec", "template"), Set.of(), false);

  public sealed interface Step {
    /** Whatever it looks like, nobody has to be told. */
    record Pass() implements Step {}

    /** It has to be looked at. */
    record Suspect() implements Step {}

    /** First, this has to be known. */
    record Ask(Set<Lookup> lookups) implements Step {}
  }

  public WorkloadKind pods() {
    return POD;
  }

  /** Between Pods and what asks for their sidecars. Other owners are asked for one by one. */
  public List<WorkloadKind> owners() {
    return Stream.concat(
            Stream.of(REPLICA_SET),
            policy.kinds().rows().stream()
                .filter(kind -> !kind.isPod() && !kind.kind().equals(REPLICA_SET.kind())))
        .toList();
  }

  /** The tree holds metadata, and may hold nothing else. */
  public Step of(JsonNode pod, Lineage lineage, Facts facts) {
    var candidate =
        Candidate.of(POD, "CREATE", "", pod.at("/metadata/namespace").asText(), pod, policy);
    if (candidate.ledger().isPresent() || isNobodysBusiness(candidate)) {
      return new Step.Pass();
    }
    var gathering = new Gathering(candidate, facts, lineage::of);
    var complete = gathering.complete();
    if (!gathering.questions().isEmpty()) {
      return new Step.Ask(gathering.questions());
    }
    var mode = VerificationMode.of(complete.surroundings().namespace(), usual).mode();
    return mode != VerificationMode.OFF
            && policy.watches(complete.namespace(), complete.surroundings().namespace())
            && isAskedForByAnybody(complete)
        ? new Step.Suspect()
        : new Step.Pass();
  }

  private static boolean isNobodysBusiness(Candidate pod) {
    return InjectionRules.early(pod)
        .map(decision -> ((Decision.Skip) decision).finding())
        .filter(finding -> !Hindsight.ELSEWHERE.contains(finding.reason()))
        .isPresent();
  }

  /** It may be decided on at the Pod, or at any of its owners: there, what is nearest is another place. */
  private static boolean isAskedForByAnybody(Candidate pod) {
    var namespace = new Place("", pod.surroundings().namespace());
    var atOwners = pod.owners().stream()
        .map(owned ->
            Wish.of(List.of(new Place("", owned.meta()), new Place("", pod.meta())), namespace));
    return Stream.concat(Stream.of(pod.wish()), atOwners)
        .anyMatch(wish -> wish instanceof Wish.Any || wish instanceof Wish.Named);
  }
}
