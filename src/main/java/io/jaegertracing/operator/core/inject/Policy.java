package io.jaegertracing.operator.core.inject;

import java.util.List;

/**
 * What the operator was told about injection.
 *
 * @param watched the namespaces that it looks at; none means all
 * @param identity its own name, as it stands on the Jaegers that it looks after
 */
public record Policy(
    WorkloadKinds kinds,
    Level level,
    NativeSidecars natives,
    List<String> watched,
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

  public Policy {
    watched = List.copyOf(watched);
  }

  public boolean watches(String namespace) {
    return watched.isEmpty() || watched.stream().anyMatch(namespace::equalsIgnoreCase);
  }
}
