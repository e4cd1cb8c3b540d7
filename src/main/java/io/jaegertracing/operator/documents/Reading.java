package io.jaegertracing.operator.documents;

import io.jaegertracing.operator.api.Jaeger;
import io.jaegertracing.operator.core.problem.Problem;
import java.util.List;

/** A Jaeger without its fields of a wrong type, and these, each with what belongs there. */
public record Reading(Jaeger jaeger, List<Problem> mistakes) {
  public Reading {
    mistakes = List.copyOf(mistakes);
  }
}
