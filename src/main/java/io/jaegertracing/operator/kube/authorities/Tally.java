package io.jaegertracing.operator.kube.authorities;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** What came of ConfigMaps that sidecars need. */
record Tally(MeterRegistry registry) {
  enum Result {
    WRITTEN,
    UNCHANGED,
    /** Of the same name, and somebody else's. */
    FOREIGN,
    DELETED,
    /** Nobody lends it any more, but a workload still mounts it. */
    IN_USE,
    RETRIED,
    REFUSED,
    GIVEN_UP,
    DROPPED
  }

  void count(Result result) {
    registry
        .counter(
            "jaeger_operator_authorities",
            "result",
            result.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .increment();
  }
}
