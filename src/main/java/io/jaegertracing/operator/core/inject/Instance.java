package io.jaegertracing.operator.core.inject;

import java.util.List;
import java.util.Optional;

/** A Jaeger as injection sees it; its sidecar was rendered when it changed. */
public record Instance(
    String namespace,
    String name,
    boolean terminating,
    Optional<String> operatedBy,
    Rendered rendered) {

  public sealed interface Rendered {
    record Ready(AgentTemplate template) implements Rendered {}

    /** What keeps this Jaeger from being understood, in its author's words. */
    record Refused(List<String> reasons) implements Rendered {
      public Refused {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /** {@code namespace/name}. */
  public String key() {
    return namespace + "/" + name;
  }
}
