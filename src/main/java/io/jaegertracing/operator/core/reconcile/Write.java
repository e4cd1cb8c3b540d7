package io.jaegertracing.operator.core.reconcile;

import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import java.util.Optional;

/**
 * One object to be applied.
 *
 * @param live what is there, as far as is known
 * @param leavesReplicas an autoscaler takes over how many Pods there are, and finds as many as there were
 */
public record Write(Desired desired, Optional<Child> live, boolean leavesReplicas) {
  /** What writing comes to. */
  public enum Effect {
    CREATED,
    UPDATED,
    /** Somebody had changed what we wrote. */
    REPAIRED,
    DELETED
  }

  public Effect effect() {
    return live.map(
            child -> child.applied().equals(desired.digest()) ? Effect.REPAIRED : Effect.UPDATED)
        .orElse(Effect.CREATED);
  }

  static Write of(Desired desired, Optional<Child> live) {
    var unwanted = desired.place().kind() == OwnedKind.DEPLOYMENT
        && desired.tree().at("/spec/replicas").isMissingNode();
    return new Write(
        desired,
        live,
        unwanted
            && live.filter(child -> child.fields().contains("\"f:replicas\"")).isPresent());
  }
}
