package io.jaegertracing.operator.core.problem;

import java.util.ArrayList;
import java.util.List;

/** What was noticed while a resource was read: reasons to refuse it, and things its author should know. */
public final class Findings {
  private final List<Problem> refusals = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  public void refuse(Rule rule, String field, Object value, String remedy) {
    refusals.add(new Problem(rule, field, String.valueOf(value), remedy));
  }

  public void note(String field, String sentence) {
    notes.add(field + ": " + sentence);
  }

  public List<Problem> refusals() {
    return List.copyOf(refusals);
  }

  public List<String> notes() {
    return List.copyOf(notes);
  }
}
