package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpecBuilder;
import io.jaegertracing.operator.core.operand.Identity;
import io.jaegertracing.operator.core.operand.Pods;
import io.jaegertracing.operator.core.operand.Wiring;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.Names;
import io.jaegertracing.operator.core.plan.Storage.Limits;
import io.jaegertracing.operator.core.template.PodTemplateMerge;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/** A program that looks after the storage and then ends, once or again and again. */
record Task(
    JaegerPlan plan,
    String name,
    String component,
    Common own,
    String image,
    List<String> arguments,
    List<EnvVar> variables,
    List<Wiring> wirings,
    String restartPolicy) {

  /** A proxy of a mesh beside it would keep the Pod from ending. */
  private static final Map<String, String> LEFT_ALONE = Map.of(
      "prometheus.io/scrape",
      "false",
      "sidecar.istio.io/inject",
      "false",
      "linkerd.io/inject",
      "disabled");

  JobBuilder once(UnaryOperator<PodSpec> more) {
    return new JobBuilder()
        .withMetadata(metadata())
        .withNewSpec()
        .withTemplate(template(more))
        .endSpec();
  }

  CronJobBuilder every(String schedule, Limits limits) {
    var job = new JobSpecBuilder()
        .withParallelism(1)
        .withBackoffLimit(limits.backoff().orElse(null))
        .withTtlSecondsAfterFinished(limits.ttlAfterFinished().orElse(null))
        .withTemplate(template(pod -> pod))
        .build();
    return new CronJobBuilder()
        .withApiVersion(plan.platform().cronJobApi())
        .withMetadata(metadata())
        .withNewSpec()
        .withSchedule(schedule)
        .withSuccessfulJobsHistoryLimit(limits.history().orElse(null))
        .withNewJobTemplate()
        .withSpec(job)
        .endJobTemplate()
        .endSpec();
  }

  /** What holds for its Pods: nothing else is merged from anywhere. */
  Common common() {
    return Common.merge(own, plan.common(), Common.base(LEFT_ALONE, labels()));
  }

  private ObjectMeta metadata() {
    return Identity.owned(plan.owner(), name, common().labels(), Map.of());
  }

  private SortedMap<String, String> labels() {
    return Identity.labels(plan.owner(), name, component);
  }

  private PodTemplateSpec template(UnaryOperator<PodSpec> more) {
    var wired = Wiring.onto(common(), wirings);
    var selected = Identity.labels(plan.owner(), name, component);
    var pod = Pods.spec(wired, plan.owner())
        .withTopologySpreadConstraints(Pods.spread(wired, selected))
        .withRestartPolicy(restartPolicy)
        .withContainers(container(wired))
        .build();
    var template = new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(Identity.withUserLabels(labels(), wired.labels()))
        .withAnnotations(wired.annotations())
        .endMetadata()
        .withSpec(more.apply(pod))
        .build();
    return PodTemplateMerge.over(template, wired.pod().templates(), selected);
  }

  private Container container(Common wired) {
    return Pods.container(wired)
        .withName(Names.dns(name))
        .withImage(image)
        .withArgs(arguments)
        .withEnv(Pods.variables(variables, wired))
        .withEnvFrom(Pods.sources(plan.storage().secret().stream(), wired))
        .build();
  }
}
