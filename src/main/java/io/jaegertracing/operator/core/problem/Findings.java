package io.jaegertracing.operator.core.problem;

import java.util.ArrayList;
import java.util.List;

/** What was noticed while a resource was read: reasons to refuse it, and things its author should know. */
public final class Findings {
  private final List<Problem> refusals = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  public void refuse(Rule rule, String field, Object value, String remedy) {
    refusals.add(new Problem(rule, field, String.valueOf(value), remedy));
  }

  public void note(Notice notice, String field, String subject) {
    note(new Note(notice, field, subject));
  }

  public void note(Note note) {
    notes.add(note);
  }

  public List<Problem> refusals() {
    return refusals.stream().distinct().toList();
  }

  public List<Note> notes() {
    return List.copyOf(notes);
  }
}
