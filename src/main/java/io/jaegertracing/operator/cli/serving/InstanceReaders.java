package io.jaegertracing.operator.cli.serving;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.cli.Platforms;
import io.jaegertracing.operator.core.inject.AgentTemplate;
import io.jaegertracing.operator.core.inject.Instances;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.documents.InstanceReader;
import io.jaegertracing.operator.settings.Settings;
import java.util.List;
import java.util.Optional;

/** How this program reads Jaegers, from a cluster and from files alike. */
final class InstanceReaders {
  private InstanceReaders() {}

  static InstanceReader of(Settings settings) {
    return new InstanceReader(new Instances(Platforms.of(settings), InstanceReaders::template));
  }

  /** Only the container's name and image: nothing in this build injects it. */
  private static AgentTemplate template(JaegerPlan plan) {
    var json = JsonNodeFactory.instance;
    return new AgentTemplate(
        json.objectNode().put("name", "jaeger-agent").put("image", plan.agent().image()),
        List.of(),
        Optional.empty(),
        List.of(),
        json.arrayNode(),
        json.arrayNode());
  }
}
