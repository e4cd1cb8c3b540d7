package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import java.util.Map;
import java.util.stream.Stream;

/** What the programs read from files. */
final class ConfigMaps {
  private ConfigMaps() {}

  static Stream<ConfigMap> desired(JaegerPlan plan) {
    return Stream.of(userInterface(plan), sampling(plan), trustedCa(plan), serviceCa(plan))
        .flatMap(some -> some);
  }

  private static Stream<ConfigMap> userInterface(JaegerPlan plan) {
    var name = plan.owner().name() + "-ui-configuration";
    return plan.uiConfiguration().stream()
        .map(json -> file(plan, name, "ui-configuration", Map.of("ui", json)));
  }

  private static Stream<ConfigMap> sampling(JaegerPlan plan) {
    var name = plan.owner().name() + "-sampling-configuration";
    return plan.ownsSampling()
        ? Stream.of(file(
            plan, name, "sampling-configuration", Map.of("sampling", plan.samplingConfiguration())))
        : Stream.empty();
  }

  private static ConfigMap file(
      JaegerPlan plan, String name, String component, Map<String, String> data) {
    var labels = Identity.labels(plan.owner(), name, component);
    return new ConfigMapBuilder()
        .withMetadata(Identity.owned(plan.owner(), name, labels, Map.of()))
        .withData(data)
        .build();
  }

  private static Stream<ConfigMap> trustedCa(JaegerPlan plan) {
    return Wiring.trustedCa(plan).map(wired -> Authority.TRUSTED.owned(plan.owner()));
  }

  private static Stream<ConfigMap> serviceCa(JaegerPlan plan) {
    return Wiring.serviceCa(plan).map(wired -> Authority.SERVICE.owned(plan.owner()));
  }
}
