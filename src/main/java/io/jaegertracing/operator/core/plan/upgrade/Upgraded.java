package io.jaegertracing.operator.core.plan.upgrade;

import io.jaegertracing.operator.core.problem.Note;
import java.util.List;

/** Options as the Jaeger that runs understands them, and what their author should know of that. */
public record Upgraded(Blocks blocks, List<Note> notes) {
  public Upgraded {
    notes = List.copyOf(notes);
  }
}
