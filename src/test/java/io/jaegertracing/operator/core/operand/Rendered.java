package io.jaegertracing.operator.core.operand;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jaegertracing.operator.api.Jaeger;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Planned;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.core.plan.reading.Planner;
import java.util.List;
import java.util.stream.Stream;

/** What becomes of a Jaeger named simple in the namespace tracing, from its spec in YAML. */
record Rendered(Planned planned) {
  static Rendered of(String spec) {
    return of(spec, Plans.of(Strategy.ALL_IN_ONE).build().platform());
  }

  static Rendered onOpenShift(String spec) {
    return of(spec, Plans.of(Strategy.ALL_IN_ONE).onOpenShift().build().platform());
  }

  private static Rendered of(String spec, Platform platform) {
    var yaml = "{metadata: {name: simple, namespace: tracing}, spec: " + spec + "}";
    try {
      return new Rendered(Planner.plan(new YAMLMapper().readValue(yaml, Jaeger.class), platform));
    } catch (JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }

  List<String> reasons() {
    return planned.fold(ready -> List.of(), Planned.Refused::reasons);
  }

  List<HasMetadata> objects() {
    return planned.fold(ready -> Operands.desired(ready.plan()), refused -> {
      throw new AssertionError(refused.reasons());
    });
  }

  HasMetadata one(String kind, String name) {
    return objects().stream()
        .filter(object -> object.getKind().equals(kind))
        .filter(object -> object.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Stream<String> names(String kind) {
    return objects().stream()
        .filter(object -> object.getKind().equals(kind))
        .map(object -> object.getMetadata().getName());
  }

  /** The Pods of the workload with this name. */
  PodTemplateSpec pods(String name) {
    return objects().stream()
        .filter(object -> object.getMetadata().getName().equals(name))
        .flatMap(Rendered::template)
        .findFirst()
        .orElseThrow();
  }

  Container container(String name) {
    return pods(name).getSpec().getContainers().get(0);
  }

  Stream<PodTemplateSpec> pods() {
    return objects().stream().flatMap(Rendered::template);
  }

  private static Stream<PodTemplateSpec> template(HasMetadata object) {
    if (object instanceof Deployment deployment) {
      return Stream.of(deployment.getSpec().getTemplate());
    }
    if (object instanceof DaemonSet agents) {
      return Stream.of(agents.getSpec().getTemplate());
    }
    if (object instanceof Job job) {
      return Stream.of(job.getSpec().getTemplate());
    }
    return object instanceof CronJob job
        ? Stream.of(job.getSpec().getJobTemplate().getSpec().getTemplate())
        : Stream.empty();
  }
}
