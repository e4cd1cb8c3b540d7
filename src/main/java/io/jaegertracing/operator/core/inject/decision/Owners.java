package io.jaegertracing.operator.core.inject.decision;

import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.Policy.Level;
import io.jaegertracing.operator.core.inject.Reason;
import java.util.Optional;
import java.util.Set;

import static io.jaegertracing.operator.core.inject.decision.Decision.skip;

/** Every Pod is decided on in one place only: here or where one of its owners is. */
final class Owners {
  private static final Set<String> DECIDE_FOR_PODS =
      Set.of("apps/StatefulSet", "apps/DaemonSet", "batch/Job", "/ReplicationController");

  private Owners() {}

  static Optional<Decision> decide(Candidate candidate) {
    if (candidate.kind().isPod() && carriesOurs(candidate)) {
      return Optional.of(skip(Reason.DECIDED_BY_OWNER, "the sidecar came with the pod template"));
    }
    return candidate
        .meta()
        .controller()
        .filter(owner -> candidate.kind().isPod()
            ? decidesForPod(candidate, owner)
            : isInTable(candidate, owner))
        .map(owner -> skip(Reason.DECIDED_BY_OWNER, "see " + owner.kind() + " " + owner.name()));
  }

  private static boolean carriesOurs(Candidate candidate) {
    return candidate.ledger().isPresent() && candidate.hasAgent();
  }

  /** A ReplicaSet of a Deployment gives its Pods the hash of their template. */
  private static boolean decidesForPod(Candidate candidate, Meta.Owner owner) {
    var type = owner.group() + "/" + owner.kind();
    var ofDeployment = type.equals("apps/ReplicaSet")
        && candidate.meta().labels().containsKey("pod-template-hash");
    return candidate.policy().level() == Level.BOTH
        && (ofDeployment || DECIDE_FOR_PODS.contains(type));
  }

  private static boolean isInTable(Candidate candidate, Meta.Owner owner) {
    return candidate.policy().kinds().ofKind(owner.group(), owner.kind()).isPresent();
  }
}
