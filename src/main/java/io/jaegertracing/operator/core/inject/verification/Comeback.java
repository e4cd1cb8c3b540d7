package io.jaegertracing.operator.core.inject.verification;

import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.Policy;
import io.jaegertracing.operator.core.inject.WorkloadKinds;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import io.jaegertracing.operator.core.inject.decision.Candidate.Owned;
import io.jaegertracing.operator.core.inject.decision.Decision;
import io.jaegertracing.operator.core.inject.decision.InjectionRules;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a Pod without its sidecar, once it is evicted, comes back by itself and with one. */
public final class Comeback {
  /** The registrations leave these out. */
  private static final Set<String> NEVER_ASKED_ABOUT =
      Set.of("kube-system", "kube-node-lease", "cert-manager");

  private Comeback() {}

  /** Why not, as far as anybody can tell. */
  public static Optional<String> objection(Candidate pod) {
    if (NEVER_ASKED_ABOUT.contains(pod.namespace())) {
      return Optional.of("webhooks are not called for " + pod.namespace());
    }
    var hindsight = Hindsight.of(pod);
    if (!(hindsight.decision() instanceof Decision.Inject)) {
      return Optional.of("a new one would get no sidecar");
    }
    if (hindsight.owner().isPresent()) {
      var owner = hindsight.owner().get().owner();
      return Optional.of("the template of " + owner.kind() + " " + owner.name()
          + " has no sidecar, and a new Pod would have none either");
    }
    return pod.owners().isEmpty()
        ? Optional.of("no controller makes it again")
        : objection(pod, pod.owners().get(0));
  }

  private static Optional<String> objection(Candidate pod, Owned nearest) {
    var controller = nearest.owner().kind() + " " + nearest.owner().name();
    if (!nearest.isKnown()) {
      return Optional.of(controller + " is gone, or could not be read");
    }
    if (InjectionRules.finishes(pod)
        || pod.owners().stream().anyMatch(owned -> finishes(owned.owner(), pod.policy()))) {
      return Optional.of("it ends by itself");
    }
    return replaces(nearest.owner(), pod.policy())
        ? Optional.empty()
        : Optional.of(
            "nobody knows whether " + controller
                + " makes its Pods again; it is taken for one that does when its kind is named with --workload");
  }

  private static boolean finishes(Meta.Owner owner, Policy policy) {
    return tables(policy)
        .flatMap(table -> table.ofKind(owner.group(), owner.kind()).stream())
        .anyMatch(kind -> kind.finishes());
  }

  /** A kind that injection leaves alone makes its Pods again all the same. */
  private static boolean replaces(Meta.Owner owner, Policy policy) {
    var isReplicaSet = owner.group().equals("apps") && owner.kind().equals("ReplicaSet");
    return isReplicaSet
        || tables(policy)
            .anyMatch(table -> table.ofKind(owner.group(), owner.kind()).isPresent());
  }

  private static Stream<WorkloadKinds> tables(Policy policy) {
    return Stream.of(policy.kinds(), WorkloadKinds.ALL);
  }
}
