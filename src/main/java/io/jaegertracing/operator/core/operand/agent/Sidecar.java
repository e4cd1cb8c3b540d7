package io.jaegertracing.operator.core.operand.agent;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.jaegertracing.operator.core.operand.Pods;
import io.jaegertracing.operator.core.operand.Wiring;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Names;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The agent beside the query program, so that a streaming Jaeger is traced by itself. */
public final class Sidecar {
  private static final String INJECTED = "sidecar.jaegertracing.io/injected";

  private Sidecar() {}

  /** Comes after the login: every container that is already there is traced. */
  public static Deployment into(JaegerPlan plan, Deployment queryDeployment) {
    if (plan.strategy() != Strategy.STREAMING || !plan.query().traced()) {
      return queryDeployment;
    }
    var labels = new TreeMap<>(queryDeployment.getMetadata().getLabels());
    labels.put(INJECTED, Names.label(plan.owner().name()));
    return new DeploymentBuilder(queryDeployment)
        .editMetadata()
        .withLabels(labels)
        .endMetadata()
        .editSpec()
        .editTemplate()
        .withSpec(pod(plan, queryDeployment))
        .endTemplate()
        .endSpec()
        .build();
  }

  private static PodSpec pod(JaegerPlan plan, Deployment deployment) {
    var before = deployment.getSpec().getTemplate().getSpec();
    var wired = wired(plan);
    var secrets = Common.merge(plan.query().own(), plan.common(), plan.agent().own());
    var containers = before.getContainers().stream().map(container -> traced(plan, container));
    var name = deployment.getMetadata().getName();
    return new PodSpecBuilder(before)
        .withImagePullSecrets(secrets.imagePullSecrets())
        .withVolumes(Common.NOTHING
            .and(before.getVolumes(), List.of())
            .and(wired.volumes(), List.of())
            .volumes())
        .withContainers(
            Stream.concat(containers, Stream.of(agent(plan, wired, name, before.getContainers())))
                .toList())
        .build();
  }

  /** The clients of Jaeger read their service name here. */
  private static Container traced(JaegerPlan plan, Container container) {
    var owner = plan.owner();
    var namespace = owner.namespace().isEmpty() ? "default" : owner.namespace();
    var taken = container.getEnv().stream().map(EnvVar::getName).toList();
    var more = Stream.of(
            Pods.variable("JAEGER_SERVICE_NAME", Names.label(owner.name()) + "." + namespace),
            Pods.variable("JAEGER_PROPAGATION", "jaeger,b3,w3c"))
        .filter(variable -> !taken.contains(variable.getName()))
        .toList();
    return new ContainerBuilder(container).addAllToEnv(more).build();
  }

  private static Container agent(
      JaegerPlan plan, Common wired, String deployment, List<Container> others) {
    var container =
        new ContainerBuilder(container(plan, wired)).withArgs(arguments(plan, deployment, others));
    return isTaken(AgentContainer.adminPort(plan.agent()), others)
        ? container.withLivenessProbe(null).withReadinessProbe(null).build()
        : container.build();
  }

  static Common wired(JaegerPlan plan) {
    return Wiring.onto(plan.agent().own(), Wiring.of(plan, Wiring::trustedCa, Wiring::serviceCa));
  }

  /** Without arguments: these depend on the workload. */
  static Container container(JaegerPlan plan, Common wired) {
    var agent = plan.agent();
    var common = Common.merge(agent.own(), plan.common());
    var admin = AgentContainer.adminPort(agent);
    return new ContainerBuilder()
        .withName("jaeger-agent")
        .withImage(agent.image())
        .withEnv(Pods.variables(variables(plan), common))
        .withPorts(AgentContainer.ports(agent))
        .withResources(common.resources())
        .withVolumeMounts(wired.volumeMounts())
        .withSecurityContext(agent.sidecarSecurityContext().orElse(null))
        .withLivenessProbe(Pods.liveness(Common.NOTHING, admin))
        .withReadinessProbe(Pods.readiness(Common.NOTHING, admin))
        .build();
  }

  /** A probe would ask the other container. */
  private static boolean isTaken(int port, List<Container> others) {
    return others.stream()
        .flatMap(container -> container.getPorts().stream())
        .anyMatch(other -> other.getContainerPort() == port);
  }

  private static List<EnvVar> variables(JaegerPlan plan) {
    return Stream.concat(
            Stream.of(field("POD_NAME", "metadata.name"), field("HOST_IP", "status.hostIP")),
            Pods.proxy(plan.platform()).stream())
        .toList();
  }

  private static EnvVar field(String name, String path) {
    return new EnvVarBuilder()
        .withName(name)
        .withNewValueFrom()
        .withNewFieldRef(null, path)
        .endValueFrom()
        .build();
  }

  /** All arguments but the tags of the workload, sorted. */
  static List<String> untagged(JaegerPlan plan) {
    return arguments(plan, Stream.empty());
  }

  private static List<String> arguments(
      JaegerPlan plan, String deployment, List<Container> others) {
    return arguments(
        plan,
        plan.agent().flags().has("agent.tags")
            ? Stream.empty()
            : Stream.of("--agent.tags=" + tags(plan, deployment, others)));
  }

  private static List<String> arguments(JaegerPlan plan, Stream<String> tags) {
    return AgentContainer.arguments(
        plan,
        Stream.of(AgentContainer.reporter(plan, ".svc"), AgentContainer.reporterTls(plan), tags)
            .flatMap(some -> some));
  }

  /** The agent itself puts in what stands in braces. */
  private static String tags(JaegerPlan plan, String deployment, List<Container> others) {
    var tags = new TreeMap<>(Map.of(
        "cluster",
        "undefined",
        "deployment.name",
        deployment,
        "pod.namespace",
        plan.owner().namespace(),
        "pod.name",
        "${POD_NAME:}",
        "host.ip",
        "${HOST_IP:}"));
    if (others.size() == 1) {
      tags.put("container.name", others.get(0).getName());
    }
    return tags.entrySet().stream()
        .map(tag -> tag.getKey() + "=" + tag.getValue())
        .collect(Collectors.joining(","));
  }
}
