package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.jaegertracing.operator.core.plan.Arguments;
import io.jaegertracing.operator.core.plan.Component;
import java.util.List;
import java.util.stream.Stream;

/** The receivers of the OpenTelemetry protocol: on, unless the user says otherwise. */
public final class Otlp {
  private static final String ENABLED = "--collector.otlp.enabled=";
  private static final int GRPC = 4317;
  private static final int HTTP = 4318;

  private Otlp() {}

  /** Switches the receivers on where no flag says anything of them. */
  public static List<EnvVar> variables(Component receiver) {
    return isSaid(receiver)
        ? List.of()
        : List.of(
            Pods.variable("COLLECTOR_OTLP_ENABLED", "true"),
            Pods.variable("COLLECTOR_OTLP_GRPC_HOST_PORT", "0.0.0.0:" + GRPC),
            Pods.variable("COLLECTOR_OTLP_HTTP_HOST_PORT", "0.0.0.0:" + HTTP));
  }

  public static Stream<ContainerPort> containerPorts(Component receiver) {
    return isServed(receiver)
        ? Stream.of(Pods.port("grpc-otlp", GRPC), Pods.port("http-otlp", HTTP))
        : Stream.empty();
  }

  static Stream<ServicePort> servicePorts(Component receiver) {
    return isServed(receiver)
        ? Stream.of(Services.port("grpc-otlp", GRPC), Services.port("http-otlp", HTTP))
        : Stream.empty();
  }

  private static boolean isServed(Component receiver) {
    return !isSaid(receiver) || Arguments.any(receiver.flags().arguments(), ENABLED + "true");
  }

  private static boolean isSaid(Component receiver) {
    return Arguments.any(receiver.flags().arguments(), ENABLED);
  }
}
