package io.jaegertracing.operator.core.plan;

import io.jaegertracing.operator.core.problem.Note;
import io.jaegertracing.operator.core.problem.Problem;
import java.util.List;
import java.util.function.Function;

/** A plan with what its author should know, or every reason why there is none. */
public sealed interface Planned {
  record Ready(JaegerPlan plan, List<Note> notes) implements Planned {}

  record Refused(List<Problem> problems) implements Planned {
    public List<String> reasons() {
      return problems.stream().map(Problem::text).toList();
    }
  }

  default <R> R fold(Function<Ready, R> ready, Function<Refused, R> refused) {
    return this instanceof Ready plan ? ready.apply(plan) : refused.apply((Refused) this);
  }
}
