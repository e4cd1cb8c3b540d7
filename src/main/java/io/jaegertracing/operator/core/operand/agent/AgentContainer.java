package io.jaegertracing.operator.core.operand.agent;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.jaegertracing.operator.core.operand.Pods;
import io.jaegertracing.operator.core.operand.Wiring;
import io.jaegertracing.operator.core.plan.Agent;
import io.jaegertracing.operator.core.plan.Arguments;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.Names;
import java.util.List;
import java.util.stream.Stream;

/** What an agent is told and where it listens, wherever it runs. */
final class AgentContainer {
  private AgentContainer() {}

  static int adminPort(Agent agent) {
    return Arguments.adminPort(agent.flags().arguments(), 14271);
  }

  /** Where the spans of applications come in, at the ports that the agent's own flags give it. */
  static List<ContainerPort> ports(Agent agent) {
    return List.of(
        Pods.udpPort(
            "zk-compact-trft", port(agent, "processor.zipkin-compact.server-host-port", 5775)),
        Pods.port("config-rest", port(agent, "http-server.host-port", 5778)),
        Pods.udpPort(
            "jg-compact-trft", port(agent, "processor.jaeger-compact.server-host-port", 6831)),
        Pods.udpPort(
            "jg-binary-trft", port(agent, "processor.jaeger-binary.server-host-port", 6832)),
        Pods.port("admin-http", adminPort(agent)));
  }

  /** In the order of their text. */
  static List<String> arguments(JaegerPlan plan, Stream<String> more) {
    return Stream.concat(plan.agent().flags().arguments().stream(), more)
        .sorted()
        .toList();
  }

  /** To the collector of this Jaeger, unless the user sends spans elsewhere. */
  static Stream<String> reporter(JaegerPlan plan, String domain) {
    var target = "--reporter.grpc.host-port=";
    return isGiven(plan, target)
        ? Stream.empty()
        : Stream.of(target + "dns:///" + collector(plan) + domain + ":14250");
  }

  /** The collector's certificate comes from the authority that OpenShift has for Services. */
  static Stream<String> reporterTls(JaegerPlan plan) {
    return isSecured(plan)
        ? Stream.of(
            "--reporter.grpc.tls.enabled=true",
            "--reporter.grpc.tls.ca=" + Wiring.SERVICE_CA_FOLDER + "/service-ca.crt")
        : Stream.empty();
  }

  static boolean isSecured(JaegerPlan plan) {
    return plan.platform().openShift() && !isGiven(plan, "--reporter.grpc.tls.enabled=");
  }

  /** The name that resolves to every collector, so that the agent spreads its spans over them. */
  static String collector(JaegerPlan plan) {
    return Names.dns(plan.owner().name(), "-collector-headless") + "."
        + plan.owner().namespace();
  }

  private static boolean isGiven(JaegerPlan plan, String prefix) {
    return Arguments.any(plan.agent().flags().arguments(), prefix);
  }

  private static int port(Agent agent, String flag, int otherwise) {
    return Arguments.port(agent.flags().arguments(), "--" + flag + "=", otherwise);
  }
}
