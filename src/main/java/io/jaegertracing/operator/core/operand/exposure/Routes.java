package io.jaegertracing.operator.core.operand.exposure;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.jaegertracing.operator.core.operand.Identity;
import io.jaegertracing.operator.core.operand.Services;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import io.jaegertracing.operator.core.plan.Names;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The user interface outside an OpenShift cluster. */
public final class Routes {
  private Routes() {}

  public static Stream<GenericKubernetesResource> desired(JaegerPlan plan) {
    if (!isWanted(plan)) {
      return Stream.empty();
    }
    var owner = plan.owner();
    var labels = Identity.labels(owner, owner.name(), "query-route");
    return Stream.of(new GenericKubernetesResourceBuilder()
        .withApiVersion("route.openshift.io/v1")
        .withKind("Route")
        .withMetadata(
            Identity.owned(owner, name(owner), labels, plan.exposure().own().annotations()))
        .addToAdditionalProperties("spec", spec(plan))
        .build());
  }

  /** OpenShift joins name and namespace to one DNS label; in a namespace that leaves no room it must be told a host. */
  public static String name(Owner owner) {
    var room = Names.LABEL - 1 - owner.namespace().length();
    var name = owner.name();
    return Names.dns(room > 0 && name.length() > room ? name.substring(0, room) : name);
  }

  static boolean isWanted(JaegerPlan plan) {
    return plan.platform().openShift() && plan.exposure().enabled();
  }

  private static Map<String, Object> spec(JaegerPlan plan) {
    var spec = new TreeMap<String, Object>();
    plan.exposure().hosts().stream().findFirst().ifPresent(host -> spec.put("host", host));
    spec.put("port", Map.of("targetPort", Services.ui(plan).getName()));
    spec.put(
        "tls", Map.of("termination", plan.exposure().login().isPresent() ? "reencrypt" : "edge"));
    spec.put("to", new TreeMap<>(Map.of("kind", "Service", "name", Services.queryName(plan))));
    return spec;
  }
}
