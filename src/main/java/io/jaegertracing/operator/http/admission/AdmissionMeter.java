package io.jaegertracing.operator.http.admission;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.DoubleStream;

/** How long reviews take, by path and outcome. */
final class AdmissionMeter {
  /** From a tenth of a millisecond to the ten seconds after which an API server gives up by default. */
  private static final Duration[] BUCKETS = DoubleStream.of(
          0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
      .mapToObj(millis -> Duration.ofNanos((long) (millis * 1_000_000)))
      .toArray(Duration[]::new);

  private final MeterRegistry registry;

  AdmissionMeter(MeterRegistry registry) {
    this.registry = registry;
  }

  Timer.Sample start() {
    return Timer.start(registry);
  }

  void stop(Timer.Sample sample, String path, Outcome outcome) {
    sample.stop(Timer.builder("jaeger_operator_admission")
        .description("How long reviews take, from the whole body to the answer.")
        .tag("path", path)
        .tag("outcome", outcome.label())
        .serviceLevelObjectives(BUCKETS)
        .register(registry));
  }
}
