package io.jaegertracing.operator.kube.authorities;

import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.operand.agent.AgentTemplates;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import java.util.List;
import java.util.Optional;

/** A cluster of which only its Jaegers are of interest. */
record Known(boolean isComplete, List<Instance> instances) implements Snapshot {
  static Instance jaeger(String namespace, String name) {
    var plan =
        Plans.of(Strategy.ALL_IN_ONE).ownedBy(name, namespace).onOpenShift().build();
    return new Instance(
        namespace,
        name,
        false,
        Optional.empty(),
        new Instance.Rendered.Ready(AgentTemplates.of(plan)));
  }

  @Override
  public Optional<Meta> namespace(String name) {
    return Optional.of(Meta.NONE);
  }

  @Override
  public boolean supportsNativeSidecars() {
    return true;
  }
}
