package io.jaegertracing.operator.core.plan.reading;

import io.jaegertracing.operator.core.problem.Problem;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.ArrayList;
import java.util.List;

/** What was noticed while a resource was read: reasons to refuse it, and things its author should know. */
final class Findings {
  private final List<Problem> refusals = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  void refuse(Rule rule, String field, Object value, String remedy) {
    refusals.add(new Problem(rule, field, String.valueOf(value), remedy));
  }

  void note(String field, String sentence) {
    notes.add(field + ": " + sentence);
  }

  List<Problem> refusals() {
    return List.copyOf(refusals);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }
}
