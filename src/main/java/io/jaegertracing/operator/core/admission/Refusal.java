package io.jaegertracing.operator.core.admission;

import java.util.List;

/** Why an object is not stored: in HTTP's and Kubernetes' words, and field by field. */
public record Refusal(int code, String reason, String message, List<Cause> causes) {
  public record Cause(String reason, String field, String message) {}

  public Refusal {
    causes = List.copyOf(causes);
  }
}
