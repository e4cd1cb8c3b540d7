package io.jaegertracing.operator.kube.retouch;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.admission.injection.Reconsideration;
import io.jaegertracing.operator.core.admission.injection.Reconsideration.Step;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks what to do about a workload, and looks up what that takes.
 *
 * @param lookups blocks; answers all that it is asked
 */
public record Judgement(
    Reconsideration reconsideration,
    Supplier<Snapshot> snapshot,
    Function<Set<Lookup>, Map<Lookup, Answer>> lookups) {
  /** A judge never asks for the same twice; this is for one that would. */
  private static final int MOST_QUESTIONS = 8;

  /** Empty when what it takes cannot be known now: to guess could restart what is as it should be. */
  Optional<Step> step(WorkloadKind kind, JsonNode live) {
    var facts = Facts.of(snapshot.get());
    for (var asked = 0; asked < MOST_QUESTIONS; asked++) {
      var step = reconsideration.of(kind, live, facts);
      if (!(step instanceof Step.Ask ask)) {
        return Optional.of(step);
      }
      var answers = lookups.apply(ask.lookups());
      if (answers.values().stream().anyMatch(Answer.Unanswered.class::isInstance)) {
        return Optional.empty();
      }
      facts = facts.and(answers);
    }
    return Optional.empty();
  }
}
