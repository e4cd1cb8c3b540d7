package io.jaegertracing.operator.core.operand.workload;

import io.jaegertracing.operator.core.plan.Commons;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AutoscalersTest {
  private static JaegerPlan scaled(Strategy strategy) {
    return Plans.of(strategy)
        .common(Commons.labels(Map.of("team", "t")))
        .collector(collector -> collector.scaling(Optional.of(2), 7))
        .ingester(ingester -> ingester.scaling(Optional.empty(), 100))
        .build();
  }

  @Test
  void scalesWhatItsStrategyRuns() {
    assertThat(Autoscalers.desired(scaled(Strategy.ALL_IN_ONE))).isEmpty();
    assertThat(Autoscalers.desired(scaled(Strategy.PRODUCTION)))
        .extracting(scaler -> scaler.getMetadata().getName())
        .containsExactly("simple-collector");
    assertThat(Autoscalers.desired(scaled(Strategy.STREAMING)))
        .extracting(scaler -> scaler.getMetadata().getName())
        .containsExactly("simple-collector", "simple-ingester");
  }

  @Test
  void leavesAFixedNumberOfReplicasAlone() {
    var fixed = Plans.of(Strategy.PRODUCTION)
        .collector(collector -> collector.replicas(0))
        .build();
    assertThat(Autoscalers.desired(fixed)).isEmpty();
  }

  @Test
  void followsTheLoadOfProcessorAndMemory() {
    var scaler = Autoscalers.desired(scaled(Strategy.PRODUCTION)).findFirst().orElseThrow();
    assertThat(scaler.getApiVersion()).isEqualTo("autoscaling/v2");
    assertThat(scaler.getMetadata().getLabels())
        .containsEntry("team", "t")
        .containsEntry("app.kubernetes.io/component", "hpa-collector");
    assertThat(scaler.getAdditionalProperties().get("spec"))
        .hasToString(
            "{maxReplicas=7, metrics=[" + usage("cpu") + ", " + usage("memory")
                + "], minReplicas=2, scaleTargetRef={apiVersion=apps/v1, kind=Deployment, name=simple-collector}}");
  }

  /** An older cluster; the two versions have the same fields. */
  @Test
  void speaksTheVersionThatTheClusterServes() {
    var plan = scaled(Strategy.STREAMING);
    var older = Plans.of(Strategy.STREAMING)
        .common(Commons.labels(Map.of("team", "t")))
        .collector(collector -> collector.scaling(Optional.of(2), 7))
        .ingester(ingester -> ingester.scaling(Optional.empty(), 100))
        .withAutoscalers("autoscaling/v2beta2")
        .build();
    assertThat(Autoscalers.desired(older))
        .hasSize(2)
        .allMatch(scaler -> scaler.getApiVersion().equals("autoscaling/v2beta2"))
        .extracting(scaler -> scaler.getAdditionalProperties())
        .containsExactlyElementsOf(Autoscalers.desired(plan)
            .map(scaler -> scaler.getAdditionalProperties())
            .toList());
  }

  private static String usage(String resource) {
    return "{resource={name=" + resource
        + ", target={averageUtilization=90, type=Utilization}}, type=Resource}";
  }
}
