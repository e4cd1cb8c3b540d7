package io.jaegertracing.operator.kube.retouch;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.admission.injection.Reconsideration;
import io.jaegertracing.operator.core.admission.injection.Reconsideration.Step;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.kube.lookup.Inquiry;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks what to do about a workload, and looks up what that takes.
 *
 * @param lookups blocks; answers all that it is asked
 */
public record Judgement(
    Reconsideration reconsideration,
    Supplier<Snapshot> snapshot,
    Function<Set<Lookup>, Map<Lookup, Answer>> lookups) {
  /** Empty when what it takes cannot be known now: to guess could restart what is as it should be. */
  Optional<Step> step(WorkloadKind kind, JsonNode live) {
    return new Inquiry(snapshot, lookups)
        .certain(
            facts -> reconsideration.of(kind, live, facts),
            step -> step instanceof Step.Ask ask ? ask.lookups() : Set.of());
  }
}
