package io.jaegertracing.operator.core.operand.workload;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.Storage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class RolloutTest {
  private static final Common CLAIM = Common.NOTHING.and(
      List.of(new VolumeBuilder()
          .withName("disk")
          .withNewPersistentVolumeClaim("disk", false)
          .build()),
      List.of());

  private static Stream<DeploymentStrategy> rollouts(JaegerPlan plan) {
    return Stream.<Stream<Deployment>>of(
            AllInOneDeployment.desired(plan),
            CollectorDeployment.desired(plan),
            QueryDeployment.desired(plan),
            IngesterDeployment.desired(plan))
        .flatMap(desired -> desired)
        .map(deployment -> deployment.getSpec().getStrategy());
  }

  private static Plans cassandra(Strategy strategy) {
    return Plans.of(strategy).storedIn(Storage.Type.CASSANDRA, Flags.NONE);
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void startsNewPodsBeforeOldOnesStop(Strategy strategy) {
    assertThat(rollouts(cassandra(strategy).build())).isNotEmpty().allSatisfy(rollout -> {
      assertThat(rollout.getType()).isEqualTo("RollingUpdate");
      assertThat(rollout.getRollingUpdate().getMaxUnavailable()).isEqualTo(new IntOrString(0));
      assertThat(rollout.getRollingUpdate().getMaxSurge()).isEqualTo(new IntOrString(1));
    });
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMORY", "BADGER"})
  void neverRunsTwoProcessesWhereOneOwnsTheSpans(Storage.Type storage) {
    var plan = Plans.of(Strategy.ALL_IN_ONE).storedIn(storage, Flags.NONE).build();
    assertThat(rollouts(plan)).extracting(DeploymentStrategy::getType).containsExactly("Recreate");
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void freesAClaimedVolumeBeforeTheNextPodNeedsIt(Strategy strategy) {
    assertThat(rollouts(cassandra(strategy).common(CLAIM).build()))
        .isNotEmpty()
        .allSatisfy(rollout -> assertThat(rollout.getType()).isEqualTo("Recreate"));
  }

  @Test
  void looksAtTheVolumesOfEachPod() {
    var plan = cassandra(Strategy.PRODUCTION)
        .collector(collector -> collector.own(CLAIM))
        .build();
    assertThat(rollouts(plan))
        .extracting(DeploymentStrategy::getType)
        .containsExactly("Recreate", "RollingUpdate");
  }

  @Test
  void leavesTheLastWordToTheUser() {
    var claimed = cassandra(Strategy.PRODUCTION)
        .common(CLAIM)
        .collector(collector -> collector.rollout("RollingUpdate"))
        .query(query -> query.rollout("OnDelete"))
        .build();
    assertThat(rollouts(claimed))
        .extracting(DeploymentStrategy::getType, DeploymentStrategy::getRollingUpdate)
        .containsExactly(tuple("RollingUpdate", null), tuple("OnDelete", null));
  }
}
