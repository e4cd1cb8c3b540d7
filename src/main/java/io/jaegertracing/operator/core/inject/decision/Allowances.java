package io.jaegertracing.operator.core.inject.decision;

import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.limits.Addition;
import io.jaegertracing.operator.core.inject.limits.TunedResources;
import java.util.Optional;
import java.util.function.Function;

import static io.jaegertracing.operator.core.inject.decision.Decision.skip;

/** A Pod that could be created without the sidecar can be created with it. */
final class Allowances {
  private Allowances() {}

  static Optional<Decision> ranges(Situation situation) {
    return asked(situation, Addition::brokenRange).map(breach -> skip(Reason.LIMIT_RANGE, breach));
  }

  static Optional<Decision> quotas(Situation situation) {
    return asked(situation, Addition::brokenQuota)
        .map(breach -> skip(Reason.RESOURCE_QUOTA, breach));
  }

  private static Optional<String> asked(
      Situation situation, Function<Addition, Optional<String>> question) {
    var candidate = situation.candidate();
    var limits = candidate.surroundings().limits();
    if (limits.isEmpty()) {
      return Optional.empty();
    }
    var tuned =
        TunedResources.of(candidate.tuning(), situation.template().container().path("resources"));
    var sidecar = new Addition.Sidecar(
        Candidate.AGENT,
        InjectionRules.asNative(candidate),
        tuned.resources(),
        situation.instance().key());
    return question.apply(Addition.to(candidate.pod(), sidecar, limits));
  }
}
