package io.jaegertracing.operator.kube.retouch;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** What came of looking at workloads again. */
record Tally(MeterRegistry registry) {
  enum Result {
    TOUCHED,
    STRIPPED,
    UNCHANGED,
    /** Written, but whoever admitted it did not know yet what we know. */
    OUTDATED,
    RETRIED,
    REFUSED,
    GONE,
    GIVEN_UP
  }

  void count(Result result) {
    registry
        .counter(
            "jaeger_operator_retouched",
            "result",
            result.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .increment();
  }
}
