package io.jaegertracing.operator.core.operand.workload;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpecBuilder;
import io.jaegertracing.operator.core.operand.Identity;
import io.jaegertracing.operator.core.operand.Pods;
import io.jaegertracing.operator.core.operand.Program;
import io.jaegertracing.operator.core.operand.Selected;
import io.jaegertracing.operator.core.operand.Wiring;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.Component;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Storage;
import io.jaegertracing.operator.core.template.PodTemplateMerge;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** What the four programs have in common, and by what they differ. */
record Workload(
    JaegerPlan plan,
    Program program,
    Component component,
    Storage.Type storage,
    Map<String, String> marks,
    List<Wiring> wirings,
    List<EnvVar> variables,
    List<ContainerPort> ports) {

  Deployment deployment() {
    var owner = plan.owner();
    var annotations = annotations();
    var common = Common.merge(
        component.own(), plan.common(), Common.base(annotations, program.labels(owner)));
    return new DeploymentBuilder()
        .withMetadata(
            Identity.owned(owner, program.objectName(owner), common.labels(), annotations))
        .withSpec(spec(template(common)))
        .build();
  }

  /** A Deployment to which nothing else is added, under what the user lays over its Pods. */
  Deployment finished(Deployment deployment) {
    var templates = Common.merge(component.own(), plan.common()).pod().templates();
    return new DeploymentBuilder(deployment)
        .editSpec()
        .withTemplate(PodTemplateMerge.over(
            deployment.getSpec().getTemplate(), templates, selected().carried()))
        .endSpec()
        .build();
  }

  private Selected selected() {
    return Selected.of(plan, program);
  }

  /** What the operator says of the Pods; on the Deployment itself users say nothing. */
  private SortedMap<String, String> annotations() {
    var all = Pods.scraped(program.adminPort(component));
    all.putAll(marks);
    return all;
  }

  private DeploymentSpec spec(PodTemplateSpec template) {
    return new DeploymentSpecBuilder()
        .withReplicas(component.replicas().orElse(null))
        .withNewSelector()
        .withMatchLabels(selected().selector())
        .endSelector()
        .withStrategy(component.rollout().orElseGet(() -> Rollout.of(storage, template.getSpec())))
        .withTemplate(template)
        .build();
  }

  private PodTemplateSpec template(Common common) {
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(Identity.withUserLabels(selected().carried(), common.labels()))
        .withAnnotations(Pods.outsideTheMesh(common.annotations()))
        .endMetadata()
        .withSpec(pod(Wiring.onto(common, wirings)))
        .build();
  }

  private PodSpec pod(Common common) {
    return Pods.spec(common, plan.owner())
        .withTopologySpreadConstraints(Pods.spread(common, selected().found()))
        .withEnableServiceLinks(false)
        .withTerminationGracePeriodSeconds(component.terminationGraceSeconds().orElse(null))
        .withInitContainers(pluginInstaller(common).toList())
        .withContainers(container(common))
        .build();
  }

  private Container container(Common common) {
    var admin = program.adminPort(component);
    return Pods.container(common)
        .withName(program.container())
        .withImage(component.image())
        .withArgs(arguments())
        .withEnv(Pods.variables(variables, common))
        .withEnvFrom(
            Pods.sources(Stream.concat(plan.storage().secret().stream(), kafkaSecret()), common))
        .withPorts(ports)
        .withLivenessProbe(Pods.liveness(common, admin))
        .withReadinessProbe(Pods.readiness(common, admin))
        .withStartupProbe(common.pod().startup().orElse(null))
        .withLifecycle(component.lifecycle().orElse(null))
        .build();
  }

  /** Only under this strategy there is a Kafka to log in to. */
  private Stream<String> kafkaSecret() {
    return component.kafkaSecret().filter(any -> plan.strategy() == Strategy.STREAMING).stream();
  }

  private List<String> arguments() {
    return Stream.of(
            component.flags().arguments(),
            plan.storage().flags().below(storage.prefix()).arguments(),
            Wiring.arguments(wirings))
        .flatMap(List::stream)
        .sorted()
        .toList();
  }

  /** Its image brings the plugin and copies it to where the program looks for it. */
  private Stream<Container> pluginInstaller(Common common) {
    if (plan.storage().type() != Storage.Type.GRPC_PLUGIN) {
      return Stream.empty();
    }
    var image = plan.storage().pluginImage();
    return Stream.of(new ContainerBuilder()
        .withName("install-plugin")
        .withImage(image.isEmpty() ? null : image)
        .withVolumeMounts(common.volumeMounts())
        .build());
  }
}
