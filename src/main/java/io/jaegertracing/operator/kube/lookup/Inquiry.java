package io.jaegertracing.operator.kube.lookup;

import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Snapshot;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks a judge about an object that is there already, and looks up what that takes.
 *
 * @param lookups blocks; answers all that it is asked
 */
public record Inquiry(
    Supplier<Snapshot> snapshot, Function<Set<Lookup>, Map<Lookup, Answer>> lookups) {
  /** A judge never asks for the same twice; this is for one that would. */
  private static final int MOST_QUESTIONS = 8;

  /**
   * The last step, which asks for nothing; empty when what it takes cannot be known now.
   *
   * @param open what a step asks for
   */
  public <S> Optional<S> certain(Function<Facts, S> judge, Function<S, Set<Lookup>> open) {
    return last(judge, open, false);
  }

  /** Decided without what cannot be known now. */
  public <S> Optional<S> likely(Function<Facts, S> judge, Function<S, Set<Lookup>> open) {
    return last(judge, open, true);
  }

  private <S> Optional<S> last(
      Function<Facts, S> judge, Function<S, Set<Lookup>> open, boolean likelyWillDo) {
    var facts = Facts.of(snapshot.get());
    for (var asked = 0; asked < MOST_QUESTIONS; asked++) {
      var step = judge.apply(facts);
      var questions = open.apply(step);
      if (questions.isEmpty()) {
        return Optional.of(step);
      }
      var answers = lookups.apply(questions);
      if (!likelyWillDo
          && answers.values().stream().anyMatch(Answer.Unanswered.class::isInstance)) {
        return Optional.empty();
      }
      facts = facts.and(answers);
    }
    return Optional.empty();
  }
}
