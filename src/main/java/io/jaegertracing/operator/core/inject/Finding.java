package io.jaegertracing.operator.core.inject;

import java.util.Optional;

/** What came out for one workload: the reason, what makes it this case in particular, and the Jaeger (namespace/name) that was chosen. */
public record Finding(Reason reason, String detail, Optional<String> instance) {
  public static Finding of(Reason reason, String detail) {
    return new Finding(reason, detail, Optional.empty());
  }

  /** One line for people: the code, the sentence and the detail. */
  public String text() {
    return "[" + reason.code() + "] " + (detail.isEmpty() ? reason.sentence() : detail);
  }
}
