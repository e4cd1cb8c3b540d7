package io.jaegertracing.operator.core.inject.decision;

import io.jaegertracing.operator.core.inject.AgentTemplate;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Reason;

/** A candidate with what is asked for it and what it would get, found out once for all rules. */
record Situation(Candidate candidate, Wish wish, Selection selection) {

  /** As long as nothing around it is known. */
  static Situation early(Candidate candidate) {
    return new Situation(
        candidate, new Wish.Nothing(), new Selection.None(Reason.NOT_REQUESTED, ""));
  }

  static Situation of(Candidate candidate) {
    var wish = candidate.wish();
    return new Situation(candidate, wish, Selection.of(candidate, wish));
  }

  /** Rules behind the choice of the Jaeger are only asked when there is one. */
  Instance instance() {
    return ((Selection.One) selection).instance();
  }

  /** The same holds for a Jaeger without mistakes. */
  AgentTemplate template() {
    return ((Instance.Rendered.Ready) instance().rendered()).template();
  }
}
