package io.jaegertracing.operator.core.plan.upgrade;

import java.util.List;

/** Options as the Jaeger that runs understands them, and what their author should know of that. */
public record Upgraded(Blocks blocks, List<Note> notes) {
  public record Note(String field, String sentence) {}

  public Upgraded {
    notes = List.copyOf(notes);
  }
}
