package io.jaegertracing.operator.core.operand.agent;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.jaegertracing.operator.core.operand.Identity;
import io.jaegertracing.operator.core.operand.Pods;
import io.jaegertracing.operator.core.operand.Selected;
import io.jaegertracing.operator.core.operand.Wiring;
import io.jaegertracing.operator.core.plan.Agent;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import io.jaegertracing.operator.core.template.PodTemplateMerge;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** An agent on every node, at ports of the node. */
public final class AgentDaemonSet {
  private AgentDaemonSet() {}

  public static Stream<DaemonSet> desired(JaegerPlan plan) {
    return plan.agent().onEveryNode() ? Stream.of(daemonSet(plan)) : Stream.empty();
  }

  /** Where its health and metrics are read. */
  public static int adminPort(JaegerPlan plan) {
    return AgentContainer.adminPort(plan.agent());
  }

  private static DaemonSet daemonSet(JaegerPlan plan) {
    var owner = plan.owner();
    var base = Pods.scraped(AgentContainer.adminPort(plan.agent()));
    var selected = selected(plan);
    var common = Common.merge(plan.agent().own(), plan.common(), Common.base(base, labels(owner)));
    return new DaemonSetBuilder()
        .withMetadata(Identity.owned(owner, objectName(owner), common.labels(), Map.of()))
        .withNewSpec()
        .withNewSelector()
        .withMatchLabels(selected.selector())
        .endSelector()
        .withTemplate(PodTemplateMerge.over(
            template(plan, common, Identity.withUserLabels(selected.carried(), common.labels())),
            common.pod().templates(),
            selected.carried()))
        .endSpec()
        .build();
  }

  /** By these labels its Pods are found. */
  public static Selected selected(JaegerPlan plan) {
    return Selected.of(plan, "DaemonSet", objectName(plan.owner()), labels(plan.owner()));
  }

  private static String objectName(Owner owner) {
    return owner.name() + "-agent-daemonset";
  }

  private static SortedMap<String, String> labels(Owner owner) {
    return Identity.labels(owner, owner.name() + "-agent", "agent");
  }

  private static PodTemplateSpec template(
      JaegerPlan plan, Common common, Map<String, String> labels) {
    var wired = Wiring.onto(common, Wiring.of(plan, Wiring::trustedCa, Wiring::serviceCa));
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(labels)
        .withAnnotations(Pods.outsideTheMesh(common.annotations()))
        .endMetadata()
        .withSpec(pod(plan, wired))
        .build();
  }

  private static PodSpec pod(JaegerPlan plan, Common common) {
    var agent = plan.agent();
    // False is what Kubernetes takes an absent field for.
    var hostNetwork = agent.hostNetwork().filter(wanted -> wanted);
    return Pods.spec(common, plan.owner())
        .withTopologySpreadConstraints(Pods.spread(common, selected(plan).found()))
        .withHostNetwork(hostNetwork.orElse(null))
        .withDnsPolicy(dnsPolicy(agent, hostNetwork).orElse(null))
        .withEnableServiceLinks(false)
        .withContainers(container(plan, common))
        .build();
  }

  /** In the network of the node, names of the cluster resolve only by this policy. */
  private static Optional<String> dnsPolicy(Agent agent, Optional<Boolean> hostNetwork) {
    return agent.dnsPolicy().or(() -> hostNetwork.map(wanted -> "ClusterFirstWithHostNet"));
  }

  private static Container container(JaegerPlan plan, Common common) {
    var admin = AgentContainer.adminPort(plan.agent());
    return Pods.container(common)
        .withName("jaeger-agent-daemonset")
        .withImage(plan.agent().image())
        .withArgs(arguments(plan))
        .withEnv(Pods.variables(Pods.proxy(plan.platform()), common))
        .withEnvFrom(Pods.sources(Stream.empty(), common))
        .withPorts(ports(plan.agent()))
        .withLivenessProbe(Pods.liveness(common, admin))
        .withReadinessProbe(Pods.readiness(common, admin))
        .withStartupProbe(common.pod().startup().orElse(null))
        .build();
  }

  private static List<ContainerPort> ports(Agent agent) {
    return AgentContainer.ports(agent).stream()
        .map(port ->
            new ContainerPortBuilder(port).withHostPort(port.getContainerPort()).build())
        .toList();
  }

  private static List<String> arguments(JaegerPlan plan) {
    var serverName = AgentContainer.isSecured(plan)
        ? Stream.of("--reporter.grpc.tls.server-name="
            + AgentContainer.collector(plan)
            + ".svc.cluster.local")
        : Stream.<String>empty();
    return AgentContainer.arguments(
        plan,
        Stream.of(AgentContainer.reporter(plan, ""), AgentContainer.reporterTls(plan), serverName)
            .flatMap(some -> some));
  }
}
