package io.jaegertracing.operator.core.inject;

import io.jaegertracing.operator.core.scope.Watched;

/**
 * What the operator was told about injection.
 *
 * @param identity its own name, as it stands on the Jaegers that it looks after
 */
public record Policy(
    WorkloadKinds kinds,
    Level level,
    NativeSidecars natives,
    Watched watched,
    String identity,
    boolean openShift) {

  public enum Level {
    BOTH,
    WORKLOAD,
    POD
  }

  /** Init containers that keep running: for Pods that finish, for all, or for none. */
  public enum NativeSidecars {
    AUTO,
    ALWAYS,
    NEVER
  }

  /** One whose labels nobody knows has none of them. */
  public boolean watches(String namespace, Meta known) {
    return watched.has(namespace, known.labels())
        && (watched.labels().isEmpty() || !known.equals(Meta.NONE));
  }
}
