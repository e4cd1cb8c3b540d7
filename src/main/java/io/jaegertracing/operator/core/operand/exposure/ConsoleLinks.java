package io.jaegertracing.operator.core.operand.exposure;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.jaegertracing.operator.core.operand.Identity;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.Names;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The way from the dashboard of a namespace to the Jaeger in it. */
public final class ConsoleLinks {
  private ConsoleLinks() {}

  public static Stream<GenericKubernetesResource> desired(JaegerPlan plan) {
    if (!Routes.isWanted(plan)) {
      return Stream.empty();
    }
    var owner = plan.owner();
    var labels = Map.of(
        "app.kubernetes.io/instance",
        Names.label(owner.name()),
        "app.kubernetes.io/namespace",
        owner.namespace(),
        "app.kubernetes.io/managed-by",
        "jaeger-operator");
    var annotations = Map.of("consolelink.jaegertracing.io/route", Routes.name(owner));
    return Stream.of(new GenericKubernetesResourceBuilder()
        .withApiVersion("console.openshift.io/v1")
        .withKind("ConsoleLink")
        .withMetadata(Identity.clusterWide(
            Names.of("jaeger-" + owner.namespace() + "-" + owner.name(), "", Names.OBJECT),
            labels,
            annotations))
        .addToAdditionalProperties("spec", spec(plan))
        .build());
  }

  private static Map<String, Object> spec(JaegerPlan plan) {
    var spec = new TreeMap<String, Object>();
    // Only the live Route knows its host, so that the address is filled in when this is applied.
    spec.put("href", "");
    spec.put("location", "NamespaceDashboard");
    spec.put("namespaceDashboard", Map.of("namespaces", List.of(plan.owner().namespace())));
    spec.put("text", "Jaeger [" + plan.owner().name() + "]");
    return spec;
  }
}
