package io.jaegertracing.operator.core.inject.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import io.jaegertracing.operator.core.inject.decision.Candidate.Owned;
import io.jaegertracing.operator.core.inject.decision.Decision;
import io.jaegertracing.operator.core.inject.decision.InjectionRules;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What injection says now of a Pod without its sidecar, where it decides on such a Pod: at the Pod itself, or at what owns it.
 *
 * @param owner what was decided on in place of the Pod
 */
public record Hindsight(Decision decision, Optional<Owned> owner) {
  public static final Set<Reason> ELSEWHERE =
      EnumSet.of(Reason.DECIDED_BY_OWNER, Reason.OTHER_LEVEL);

  public static Hindsight of(Candidate pod) {
    var kinds = pod.policy().kinds();
    Decision here = kinds.rows().contains(pod.kind())
        ? InjectionRules.decide(pod)
        : Decision.skip(Reason.OTHER_LEVEL, "Pods are not injected");
    if (isFinal(here)) {
      return new Hindsight(here, Optional.empty());
    }
    for (var owned : pod.owners()) {
      var kind = kinds.ofKind(owned.owner().group(), owned.owner().kind());
      if (kind.isPresent() && owned.isKnown()) {
        var decision = InjectionRules.decide(controller(kind.get(), owned, pod));
        if (isFinal(decision)) {
          return new Hindsight(decision, Optional.of(owned));
        }
      }
    }
    return new Hindsight(here, Optional.empty());
  }

  /** Injection marks a controller and its template together: what was made without is of a time before. */
  public boolean isOfAnEarlierTemplate() {
    return owner
        .filter(
            owned -> !owned.meta().labels().getOrDefault(Wellknown.INJECTED, "").isEmpty())
        .isPresent();
  }

  private static boolean isFinal(Decision decision) {
    return !(decision instanceof Decision.Skip skip
        && ELSEWHERE.contains(skip.finding().reason()));
  }

  /** As it was when its template said what the Pod says. */
  private static Candidate controller(WorkloadKind kind, Owned owned, Candidate pod) {
    return new Candidate(
        kind,
        pod.operation(),
        pod.subResource(),
        pod.namespace(),
        around(kind, pod.workload()),
        owned.meta(),
        pod.meta(),
        List.of(),
        pod.surroundings(),
        pod.policy());
  }

  private static JsonNode around(WorkloadKind kind, JsonNode pod) {
    var controller = JsonNodeFactory.instance.objectNode();
    var template = controller;
    for (var step : kind.template()) {
      template = template.putObject(step);
    }
    template.set("metadata", pod.path("metadata"));
    template.set("spec", pod.path("spec"));
    return controller;
  }
}
