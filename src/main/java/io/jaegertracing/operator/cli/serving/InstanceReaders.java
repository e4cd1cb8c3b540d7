package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.cli.Platforms;
import io.jaegertracing.operator.core.inject.Instances;
import io.jaegertracing.operator.core.operand.agent.AgentTemplates;
import io.jaegertracing.operator.documents.InstanceReader;
import io.jaegertracing.operator.settings.Settings;

/** How this program reads Jaegers, from a cluster and from files alike. */
final class InstanceReaders {
  private InstanceReaders() {}

  static InstanceReader of(Settings settings) {
    return new InstanceReader(new Instances(Platforms.of(settings), AgentTemplates::of));
  }
}
