package io.jaegertracing.operator.core.validation;

import io.jaegertracing.operator.core.problem.Note;
import io.jaegertracing.operator.core.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a resource, what its author should know, and what a plan of it says by itself. */
public record Judgement(List<Problem> refusals, List<Problem> warnings, List<Note> notes) {
  public Judgement {
    refusals = List.copyOf(new LinkedHashSet<>(refusals));
    warnings = List.copyOf(new LinkedHashSet<>(warnings));
    notes = List.copyOf(notes);
  }

  /** What was accepted once is accepted again: of this judgement only that is refused which the earlier one does not have. */
  Judgement sparing(Judgement earlier) {
    var known = earlier.refusals.stream().map(Judgement::identity).collect(Collectors.toSet());
    var split = refusals.stream()
        .collect(Collectors.partitioningBy(problem -> known.contains(identity(problem))));
    var more = new ArrayList<>(split.getOrDefault(true, List.of()));
    more.addAll(warnings);
    return new Judgement(split.getOrDefault(false, List.of()), more, notes);
  }

  /** A position in a list changes when something else is added or removed. */
  private static Identity identity(Problem problem) {
    return new Identity(problem.rule().code(), problem.place(), problem.value());
  }

  private record Identity(String code, String place, String value) {}
}
