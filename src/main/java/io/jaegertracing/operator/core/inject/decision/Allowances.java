package io.jaegertracing.operator.core.inject.decision;

import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.limits.Addition;
import io.jaegertracing.operator.core.inject.limits.Limits;
import io.jaegertracing.operator.core.inject.limits.TunedResources;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import static io.jaegertracing.operator.core.inject.decision.Decision.skip;

/** A Pod that could be created without the sidecar can be created with it. */
final class Allowances {
  private Allowances() {}

  /** Of a template as it is written, before a LimitRange completes it, and of its Pods afterwards. */
  static Optional<Decision> whole(Situation situation) {
    return situation.candidate().pod().path("resources").isEmpty()
        ? Optional.empty()
        : Stream.of(Limits.NONE, limits(situation))
            .flatMap(limits -> addition(situation, limits).brokenWhole().stream())
            .findFirst()
            .map(breach -> skip(Reason.POD_RESOURCES, breach));
  }

  static Optional<Decision> ranges(Situation situation) {
    return asked(situation, Addition::brokenRange).map(breach -> skip(Reason.LIMIT_RANGE, breach));
  }

  static Optional<Decision> quotas(Situation situation) {
    return asked(situation, Addition::brokenQuota)
        .map(breach -> skip(Reason.RESOURCE_QUOTA, breach));
  }

  private static Optional<String> asked(
      Situation situation, Function<Addition, Optional<String>> question) {
    var limits = limits(situation);
    return limits.isEmpty() ? Optional.empty() : question.apply(addition(situation, limits));
  }

  private static Limits limits(Situation situation) {
    return situation.candidate().surroundings().limits();
  }

  private static Addition addition(Situation situation, Limits limits) {
    var candidate = situation.candidate();
    var tuned =
        TunedResources.of(candidate.tuning(), situation.template().container().path("resources"));
    var sidecar = new Addition.Sidecar(
        Candidate.AGENT,
        InjectionRules.asNative(candidate),
        tuned.resources(),
        situation.instance().key());
    return Addition.to(candidate.pod(), sidecar, limits);
  }
}
