package io.jaegertracing.operator.kube.missed;

import io.jaegertracing.operator.core.admission.injection.Inspection.Step;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.decision.Candidate.Owned;
import java.util.Optional;

/** A Pod whose sidecar is missing or altered. */
record Missed(PodName pod, Step.Missed found) {
  /** What makes the Pod. */
  Optional<Meta.Owner> controller() {
    return found.owners().stream().findFirst().map(Owned::owner);
  }

  /** What people look after: the uid of the Deployment, not of its ReplicaSet. */
  String topOwner() {
    return found.owners().isEmpty()
        ? pod.uid()
        : found.owners().get(found.owners().size() - 1).owner().uid();
  }

  boolean isWorthAnEviction() {
    return found.objection().isEmpty();
  }
}
