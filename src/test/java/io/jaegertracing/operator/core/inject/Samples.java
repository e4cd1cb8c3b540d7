package io.jaegertracing.operator.core.inject;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.documents.InstanceReader;
import java.util.List;
import java.util.Optional;

/** Readers of Jaegers whose sidecars show no more than their image and options. */
public final class Samples {
  private Samples() {}

  public static InstanceReader reader() {
    var platform = Plans.of(Strategy.ALL_IN_ONE).build().platform();
    return new InstanceReader(new Instances(platform, Samples::template));
  }

  /** The image of a sidecar, or what keeps it from being made. */
  public static String imageOrReasons(Instance instance) {
    return instance.rendered() instanceof Instance.Rendered.Ready ready
        ? ready.template().container().path("image").asText()
        : ((Instance.Rendered.Refused) instance.rendered()).reasons().toString();
  }

  private static AgentTemplate template(JaegerPlan plan) {
    var json = JsonNodeFactory.instance;
    return new AgentTemplate(
        json.objectNode().put("image", plan.agent().image()),
        plan.agent().flags().arguments(),
        Optional.empty(),
        List.of(),
        json.arrayNode(),
        json.arrayNode());
  }
}
