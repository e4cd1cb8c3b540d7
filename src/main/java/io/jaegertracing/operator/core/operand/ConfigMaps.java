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

  /** OpenShift fills it in. A key of ours would wipe out what OpenShift wrote. */
  private static Stream<ConfigMap> trustedCa(JaegerPlan plan) {
    if (Wiring.trustedCa(plan).findAny().isEmpty()) {
      return Stream.empty();
    }
    var name = plan.owner().name() + "-trusted-ca";
    var labels = Identity.labels(plan.owner(), name, "ca-configmap");
    labels.put("config.openshift.io/inject-trusted-cabundle", "true");
    return Stream.of(new ConfigMapBuilder()
        .withMetadata(Identity.owned(plan.owner(), name, labels, Map.of()))
        .build());
  }

  private static Stream<ConfigMap> serviceCa(JaegerPlan plan) {
    if (Wiring.serviceCa(plan).findAny().isEmpty()) {
      return Stream.empty();
    }
    var name = plan.owner().name() + "-service-ca";
    var labels = Identity.labels(plan.owner(), name, "service-ca-configmap");
    var annotations = Map.of("service.beta.openshift.io/inject-cabundle", "true");
    return Stream.of(new ConfigMapBuilder()
        .withMetadata(Identity.owned(plan.owner(), name, labels, annotations))
        .build());
  }
}
