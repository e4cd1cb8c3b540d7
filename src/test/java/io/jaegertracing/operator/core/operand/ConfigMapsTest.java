package io.jaegertracing.operator.core.operand;

import io.jaegertracing.operator.core.plan.Commons;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigMapsTest {
  private static List<String> names(JaegerPlan plan) {
    return ConfigMaps.desired(plan).map(map -> map.getMetadata().getName()).toList();
  }

  @Test
  void holdsTheUserInterfaceOnlyWhenThereIsSomethingToConfigure() {
    assertThat(names(Plans.of(Strategy.ALL_IN_ONE).build()))
        .containsExactly("simple-sampling-configuration");
    var configured = Plans.of(Strategy.ALL_IN_ONE).ui("{\"a\":1}").build();
    assertThat(ConfigMaps.desired(configured).findFirst().orElseThrow().getData())
        .isEqualTo(Map.of("ui", "{\"a\":1}"));
  }

  @Test
  void leavesSamplingToTheUsersFile() {
    var plan = Plans.of(Strategy.PRODUCTION)
        .collector(collector -> collector.flag("sampling.strategies-file", "/mine"))
        .build();
    assertThat(names(plan)).isEmpty();
  }

  @Test
  void asksOpenShiftForAuthoritiesAndNeverWritesWhereItWrites() {
    var plan = Plans.of(Strategy.PRODUCTION).onOpenShift().build();
    assertThat(names(plan)).endsWith("simple-trusted-ca", "simple-service-ca");
    assertThat(ConfigMaps.desired(plan).skip(1)).allSatisfy(map -> {
      assertThat(map.getData()).isNullOrEmpty();
      assertThat(map.getMetadata().getOwnerReferences()).hasSize(1);
    });
  }

  @Test
  void asksForNoAuthorityThatTheUserMounts() {
    var plan = Plans.of(Strategy.PRODUCTION)
        .onOpenShift()
        .common(Commons.mount("mine", Wiring.TRUSTED_CA_FOLDER))
        .build();
    assertThat(names(plan)).contains("simple-service-ca").doesNotContain("simple-trusted-ca");
  }
}
