package io.jaegertracing.operator.core.admission.injection;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Question;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Ruling;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.edit.Edits;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Policy;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import io.jaegertracing.operator.core.inject.decision.Decision;
import io.jaegertracing.operator.core.inject.decision.InjectionRules;
import io.jaegertracing.operator.core.inject.sidecar.ConfigMaps;
import io.jaegertracing.operator.core.inject.sidecar.Removal;
import io.jaegertracing.operator.core.inject.sidecar.Sidecar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives workloads their sidecars. Never refuses one. */
public record InjectionJudge(Policy policy) implements Judge {
  @Override
  public boolean failsOpen() {
    return true;
  }

  @Override
  public Ruling judge(Review review, Facts facts) {
    var kind =
        policy.kinds().ofResource(review.resource().group(), review.resource().resource());
    if (kind.isEmpty() || review.object().isEmpty()) {
      return Verdict.unchanged(Finding.of(Reason.NOT_A_WORKLOAD, ""));
    }
    var candidate = Candidate.of(
        kind.get(),
        review.operation(),
        review.subResource(),
        review.namespace(),
        review.object().get(),
        policy);
    return InjectionRules.early(candidate)
        .<Ruling>map(decision -> carriedOut(decision, candidate, facts, List.of()))
        .orElseGet(() -> surrounded(candidate, facts));
  }

  private Ruling surrounded(Candidate candidate, Facts facts) {
    if (!facts.snapshot().isComplete()) {
      return Verdict.unchanged(
          Finding.of(Reason.NOT_READY, "the operator has not read the cluster yet"));
    }
    var gathering = new Gathering(candidate, facts);
    var complete = gathering.complete();
    return gathering.questions().isEmpty()
        ? carriedOut(InjectionRules.decide(complete), complete, facts, gathering.unanswered())
        : new Question(gathering.questions());
  }

  private static Ruling carriedOut(
      Decision decision, Candidate candidate, Facts facts, List<String> unanswered) {
    if (decision instanceof Decision.Inject inject) {
      return injected(inject, candidate, facts, unanswered);
    }
    if (decision instanceof Decision.Remove remove) {
      return removed(remove, candidate);
    }
    var finding = ((Decision.Skip) decision).finding();
    return Verdict.unchanged(finding.and(unanswered));
  }

  private static Ruling injected(
      Decision.Inject inject, Candidate candidate, Facts facts, List<String> unanswered) {
    var configMaps = new KnownConfigMaps(candidate.namespace(), facts);
    var unknown = configMaps.unknown(Sidecar.references(candidate));
    if (!unknown.isEmpty()) {
      return new Question(Set.copyOf(unknown));
    }
    var edits = new Edits(candidate.workload());
    try {
      var outcome = Sidecar.into(edits, candidate, inject, configMaps);
      return verdict(outcome.finding().and(unanswered), edits, outcome.notes());
    } catch (Edits.WrongShape wrong) {
      return Verdict.unchanged(Finding.of(Reason.MALFORMED, String.valueOf(wrong.getMessage())));
    }
  }

  private static Ruling removed(Decision.Remove remove, Candidate candidate) {
    var edits = new Edits(candidate.workload());
    try {
      Removal.from(edits, candidate);
    } catch (Edits.WrongShape wrong) {
      return Verdict.unchanged(Finding.of(Reason.MALFORMED, String.valueOf(wrong.getMessage())));
    }
    var why = remove.finding().reason().code()
        + (remove.finding().detail().isEmpty() ? "" : ": " + remove.finding().detail());
    return verdict(Finding.of(Reason.REMOVED, why), edits, List.of());
  }

  private static Verdict verdict(Finding finding, Edits edits, List<String> notes) {
    return Verdict.about(
        finding, edits.isEmpty() ? Optional.empty() : Optional.of(edits.operations()), notes);
  }

  /** Tells apart: not asked yet, not there, and nobody answered. */
  private record KnownConfigMaps(String namespace, Facts facts) implements ConfigMaps {
    Set<Lookup> unknown(Set<String> names) {
      return names.stream()
          .map(name -> (Lookup) new Lookup.OfConfigMap(namespace, name))
          .filter(lookup -> facts.answer(lookup).isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Set<String>> keys(String name) {
      var answer = facts.answer(new Lookup.OfConfigMap(namespace, name));
      return answer
          .filter(found -> !(found instanceof Answer.Unanswered))
          .map(found -> found instanceof Answer.Found object ? keys(object.object()) : Set.of());
    }

    private static Set<String> keys(JsonNode configMap) {
      var keys = new HashSet<String>();
      configMap.path("data").fieldNames().forEachRemaining(keys::add);
      return keys;
    }
  }
}
