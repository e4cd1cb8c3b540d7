package io.jaegertracing.operator.core.operand.workload;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.jaegertracing.operator.core.operand.Identity;
import io.jaegertracing.operator.core.operand.Program;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.Component;
import io.jaegertracing.operator.core.plan.Component.Scaling;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How many collectors and ingesters run, by their load. The versions of the API agree in all that is said here. */
public final class Autoscalers {
  private static final int BUSY_PERCENT = 90;

  private Autoscalers() {}

  public static Stream<GenericKubernetesResource> desired(JaegerPlan plan) {
    return switch (plan.strategy()) {
      case ALL_IN_ONE -> Stream.empty();
      case PRODUCTION -> of(plan, Program.COLLECTOR, plan.collector());
      case STREAMING ->
        Stream.concat(
            of(plan, Program.COLLECTOR, plan.collector()),
            of(plan, Program.INGESTER, plan.ingester()));
    };
  }

  private static Stream<GenericKubernetesResource> of(
      JaegerPlan plan, Program program, Component component) {
    var owner = plan.owner();
    var name = program.objectName(owner);
    var base = Common.base(Map.of(), Identity.labels(owner, name, "hpa-" + program.word()));
    var common = Common.merge(component.own(), plan.common(), base);
    return component.scaling().stream()
        .map(scaling -> new GenericKubernetesResourceBuilder()
            .withApiVersion(plan.platform().autoscalingApi())
            .withKind("HorizontalPodAutoscaler")
            .withMetadata(Identity.owned(owner, name, common.labels(), common.annotations()))
            .addToAdditionalProperties("spec", spec(name, scaling))
            .build());
  }

  private static Map<String, Object> spec(String name, Scaling scaling) {
    var spec = new TreeMap<String, Object>();
    spec.put("maxReplicas", scaling.most());
    spec.put("metrics", List.of(usage("cpu"), usage("memory")));
    scaling.least().ifPresent(least -> spec.put("minReplicas", least));
    spec.put(
        "scaleTargetRef",
        new TreeMap<>(Map.of("apiVersion", "apps/v1", "kind", "Deployment", "name", name)));
    return spec;
  }

  private static Map<String, Object> usage(String resource) {
    var target = new TreeMap<>(Map.of("type", "Utilization", "averageUtilization", BUSY_PERCENT));
    return new TreeMap<>(Map.of(
        "type", "Resource", "resource", new TreeMap<>(Map.of("name", resource, "target", target))));
  }
}
