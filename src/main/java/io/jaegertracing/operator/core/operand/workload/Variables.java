package io.jaegertracing.operator.core.operand.workload;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.jaegertracing.operator.core.operand.Pods;
import io.jaegertracing.operator.core.plan.Component;
import io.jaegertracing.operator.core.plan.Storage;
import java.util.stream.Stream;

/** The environment variables by which the programs are set up. */
final class Variables {
  private Variables() {}

  static EnvVar storage(Storage.Type type) {
    return Pods.variable("SPAN_STORAGE_TYPE", type.word());
  }

  static EnvVar zipkin() {
    return Pods.variable("COLLECTOR_ZIPKIN_HOST_PORT", ":9411");
  }

  static EnvVar metrics(Component reader) {
    return Pods.variable("METRICS_STORAGE_TYPE", reader.metrics().type());
  }

  static Stream<EnvVar> prometheus(Component reader) {
    return reader.metrics().type().equals("prometheus")
        ? Stream.of(Pods.variable("PROMETHEUS_SERVER_URL", reader.metrics().serverUrl()))
        : Stream.empty();
  }

  /** Whether the program leaves out traces of itself. */
  static EnvVar untraced(Component reader) {
    return Pods.variable("JAEGER_DISABLED", Boolean.toString(!reader.traced()));
  }
}
