package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.Shell;
import io.jaegertracing.operator.cli.Build;
import io.jaegertracing.operator.http.Closers;
import io.jaegertracing.operator.http.tracing.Course;
import io.jaegertracing.operator.http.tracing.OtlpTraces;
import io.jaegertracing.operator.settings.Settings;
import java.util.Optional;

/** Whether reviews are followed, and where to. */
final class Tracing {
  private Tracing() {}

  /** Switched off, it loads nothing of OpenTelemetry. */
  static Course.Follower follower(Settings settings, Shell shell, Closers closers) {
    var tracing = settings.operations().tracing();
    if (!tracing.enabled()) {
      return course -> {};
    }
    var traces = new OtlpTraces(
        tracing.endpoint(),
        new OtlpTraces.Origin(
            Build.read().version(), settings.scope().namespace(), instance(settings, shell)),
        new OtlpTraces.Time(shell.clock(), System::nanoTime));
    closers.add("traces", Serving.CLOSING, traces::close);
    return traces;
  }

  /** In a cluster the host is the Pod. */
  private static String instance(Settings settings, Shell shell) {
    return Optional.ofNullable(shell.environment().get("HOSTNAME"))
        .filter(name -> !name.isEmpty())
        .orElseGet(settings.scope()::identity);
  }
}
