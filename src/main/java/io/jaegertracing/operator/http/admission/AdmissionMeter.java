package io.jaegertracing.operator.http.admission;

import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.stream.DoubleStream;

/** The numbers of reviews. Nothing that a client chooses freely becomes a label. */
final class AdmissionMeter {
  /** From a tenth of a millisecond to the ten seconds after which an API server gives up by default. */
  private static final Duration[] DURATIONS = DoubleStream.of(
          0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
      .mapToObj(millis -> Duration.ofNanos((long) (millis * 1_000_000)))
      .toArray(Duration[]::new);

  private static final double[] SIZES = DoubleStream.of(0.25, 1, 4, 16, 64, 256, 1_024, 4_096)
      .map(kibibytes -> kibibytes * 1_024)
      .toArray();

  private static final String OTHER_KIND = "other";

  private final MeterRegistry registry;
  private final Set<String> kinds;

  AdmissionMeter(MeterRegistry registry, Set<String> kinds, Load load) {
    this.registry = registry;
    this.kinds = kinds;
    Gauge.builder("jaeger_operator_admission_in_flight", load, Load::reviews)
        .description("Reviews that are being answered.")
        .register(registry);
    Gauge.builder("jaeger_operator_admission_waiting", load, Load::waiting)
        .description("Reviews that wait for a lookup.")
        .register(registry);
    Gauge.builder("jaeger_operator_admission_buffered", load, Load::buffered)
        .description("What the bodies that arrive or are being answered take.")
        .baseUnit("bytes")
        .register(registry);
  }

  Timer.Sample start() {
    return Timer.start(registry);
  }

  void stop(Timer.Sample sample, String path, Reply.Outcome outcome) {
    sample.stop(Timer.builder("jaeger_operator_admission")
        .description("How long reviews take, from the whole body to the answer.")
        .tag("path", path)
        .tag("outcome", outcome.label())
        .serviceLevelObjectives(DURATIONS)
        .register(registry));
  }

  /** Of workloads; other objects have no reason. */
  void decided(String path, Review review, Verdict verdict) {
    verdict
        .finding()
        .ifPresent(finding -> Counter.builder("jaeger_operator_admission_decisions")
            .description("Decisions on workloads.")
            .tag("path", path)
            .tag("reason", finding.reason().code())
            .tag("kind", kind(review))
            .register(registry)
            .increment());
  }

  String kind(Review review) {
    return kinds.contains(review.kind().kind()) ? review.kind().kind() : OTHER_KIND;
  }

  void body(String path, double bytes) {
    size("jaeger_operator_admission_body", "How large requests are.", path).record(bytes);
  }

  void patch(String path, double bytes) {
    size("jaeger_operator_admission_patch", "How large patches are, where there is one.", path)
        .record(bytes);
  }

  private DistributionSummary size(String name, String description, String path) {
    return DistributionSummary.builder(name)
        .description(description)
        .baseUnit("bytes")
        .tag("path", path)
        .serviceLevelObjectives(SIZES)
        .register(registry);
  }
}
