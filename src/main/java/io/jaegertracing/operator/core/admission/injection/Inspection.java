package io.jaegertracing.operator.core.admission.injection;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Question;
import io.jaegertracing.operator.core.admission.Requester;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.VerificationMode;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.core.inject.WorkloadKinds;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import io.jaegertracing.operator.core.inject.decision.Candidate.Owned;
import io.jaegertracing.operator.core.inject.verification.Comeback;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What verification would say of a Pod that is there already, and whether it is worth being made again. */
public record Inspection(VerificationJudge judge) {
  private static final WorkloadKind POD =
      WorkloadKinds.ALL.ofResource("", "pods").orElseThrow();

  public sealed interface Step {
    /** Nothing is wrong with it. */
    record Pass() implements Step {}

    /**
     * Its sidecar is missing or altered.
     *
     * @param owners nearest first
     * @param objection why it stays as it is, unless an eviction would bring it back with its sidecar
     */
    record Missed(
        Finding finding, VerificationMode mode, List<Owned> owners, Optional<String> objection)
        implements Step {}

    /** First, this has to be known. */
    record Ask(Set<Lookup> lookups) implements Step {}
  }

  public Step of(JsonNode pod, Facts facts) {
    var review = review(pod);
    var ruling = judge.judge(review, facts);
    if (ruling instanceof Question question) {
      return new Step.Ask(question.lookups());
    }
    return ((Verdict) ruling)
        .finding()
        .filter(finding -> finding.reason().isOfFinishedPods())
        .<Step>map(finding -> missed(finding, review, facts))
        .orElseGet(Step.Pass::new);
  }

  /** All that this takes was asked for by the judge. */
  private Step missed(Finding finding, Review review, Facts facts) {
    var candidate = Candidate.of(
        POD,
        review.operation(),
        "",
        review.namespace(),
        review.object().orElseThrow(),
        judge.policy());
    var pod = new Gathering(candidate, facts).complete();
    var objection = finding.reason() == Reason.MISSING_SIDECAR
        ? Comeback.objection(pod)
        : Optional.of("a new one would be altered again");
    return new Step.Missed(
        finding,
        VerificationMode.of(pod.surroundings().namespace(), judge.usual()).mode(),
        pod.owners(),
        objection);
  }

  /** As if it were created as it is. */
  private static Review review(JsonNode pod) {
    var metadata = pod.path("metadata");
    return new Review(
        "admission.k8s.io/v1",
        metadata.path("uid").asText(),
        new Review.Kind(POD.group(), POD.version(), POD.kind()),
        new Review.Resource(POD.group(), POD.version(), POD.resource()),
        "",
        "CREATE",
        metadata.path("namespace").asText(),
        metadata.path("name").asText(),
        false,
        Optional.of(pod),
        Optional.empty(),
        Requester.NOBODY);
  }
}
