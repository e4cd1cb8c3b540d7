package io.jaegertracing.operator.kube.reconcile.numbers;

import io.jaegertracing.operator.core.reconcile.Write;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;

/** What reconciling came to, in numbers. */
public record Tally(MeterRegistry registry) {
  public enum Result {
    SETTLED,
    /** What follows from that is seen at the next look. */
    WROTE,
    /** What programs read has to be known first. */
    READING,
    WAITING,
    REFUSED,
    /** Something runs that does not do well. */
    STUCK,
    FAILED,
    RETRIED,
    FOREIGN,
    GONE
  }

  public void wrote(Write.Effect effect, OwnedKind kind) {
    registry
        .counter("jaeger_operator_writes", "kind", kind.kind(), "result", lower(effect))
        .increment();
  }

  public void reconciled(Result result, Duration took) {
    registry
        .timer("jaeger_operator_reconcile_duration", "result", lower(result))
        .record(took);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
