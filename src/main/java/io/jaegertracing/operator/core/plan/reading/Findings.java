package io.jaegertracing.operator.core.plan.reading;

import java.util.ArrayList;
import java.util.List;

/** What was noticed while a resource was read: reasons to refuse it, and things its author should know. */
final class Findings {
  private final List<String> refusals = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  void refuse(String field, Object value, String remedy) {
    refusals.add(field + ": " + value + " is not valid; " + remedy);
  }

  void note(String field, String sentence) {
    notes.add(field + ": " + sentence);
  }

  List<String> refusals() {
    return List.copyOf(refusals);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }
}
