package io.jaegertracing.operator.kube.missed;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** What came of evictions. */
record Tally(MeterRegistry registry) {
  enum Result {
    EVICTED,
    /** A PodDisruptionBudget does not allow it now. */
    DELAYED,
    /** It is not what it was when it was found. */
    CHANGED,
    RETRIED,
    REFUSED,
    GIVEN_UP
  }

  void count(Result result) {
    registry
        .counter(
            "jaeger_operator_missed_injection_evictions",
            "result",
            result.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .increment();
  }
}
