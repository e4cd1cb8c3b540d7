package io.jaegertracing.operator.core.validation;

import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with a resource, what its author should know, what a plan of it says by itself, and that plan where there is one. */
public record Judgement(
    List<Problem> refusals, List<Problem> warnings, List<String> notes, Optional<JaegerPlan> plan) {
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
    return new Judgement(split.getOrDefault(false, List.of()), more, notes, plan);
  }

  Judgement and(List<Problem> moreRefusals, List<Problem> moreWarnings, List<String> moreNotes) {
    return new Judgement(
        joined(refusals, moreRefusals),
        joined(warnings, moreWarnings),
        joined(notes, moreNotes),
        plan);
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** A position in a list changes when something else is added or removed. */
  private static Identity identity(Problem problem) {
    return new Identity(problem.rule().code(), problem.place(), problem.value());
  }

  private record Identity(String code, String place, String value) {}
}
