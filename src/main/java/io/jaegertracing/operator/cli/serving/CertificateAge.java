package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.http.tls.Certificates;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;

/** Whether the certificate that is served is still good, for probes and for alarms. */
final class CertificateAge {
  private CertificateAge() {}

  static Optional<String> objection(Certificates certificates, Clock clock) {
    var until = certificates.current().notAfter();
    return clock.instant().isBefore(until)
        ? Optional.empty()
        : Optional.of("it expired at " + until);
  }

  static void measure(MeterRegistry registry, Certificates certificates) {
    Gauge.builder(
            "jaeger_operator_certificate_not_after_seconds",
            certificates,
            served -> served.current().notAfter().getEpochSecond())
        .description("When the certificate of the webhook expires, in seconds since 1970.")
        .register(registry);
  }
}
