package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OperandsTest {
  @Test
  void listsAStreamingJaegerInTheOrderInWhichItIsPrinted() {
    var plan = Plans.of(Strategy.STREAMING)
        .collector(collector -> collector.scaling(Optional.empty(), 100))
        .ingester(ingester -> ingester.scaling(Optional.empty(), 100))
        .build();
    assertThat(Operands.desired(plan))
        .extracting(object -> object.getKind() + "/" + object.getMetadata().getName())
        .containsExactly(
            "ServiceAccount/simple",
            "ConfigMap/simple-sampling-configuration",
            "Ingress/simple-query",
            "HorizontalPodAutoscaler/simple-collector",
            "HorizontalPodAutoscaler/simple-ingester",
            "Service/simple-collector-headless",
            "Service/simple-collector",
            "Service/simple-query",
            "Deployment/simple-collector",
            "Deployment/simple-query",
            "Deployment/simple-ingester");
  }

  @Test
  void givesEveryObjectAVersionAndOnlyThoseOfTheNamespaceAnOwner() {
    var plan = Plans.of(Strategy.ALL_IN_ONE).behindLogin(Plans.plainLogin()).build();
    assertThat(Operands.desired(plan)).extracting(HasMetadata::getApiVersion).doesNotContainNull();
    assertThat(Operands.desired(plan)).allSatisfy(object -> {
      var metadata = object.getMetadata();
      assertThat(metadata.getOwnerReferences()).hasSize(metadata.getNamespace() == null ? 0 : 1);
    });
    assertThat(Operands.desired(plan))
        .filteredOn(object -> object.getMetadata().getNamespace() == null)
        .extracting(HasMetadata::getKind)
        .containsExactly("ConsoleLink");
  }

  @Test
  void saysTheSameOfTheSamePlan() {
    var plan = Plans.of(Strategy.PRODUCTION).behindLogin(Plans.plainLogin()).build();
    assertThat(Operands.desired(plan)).isEqualTo(Operands.desired(plan));
  }

  @Test
  void namesTheSecretThatTheLoginNeeds() {
    var plan = Plans.of(Strategy.ALL_IN_ONE).behindLogin(Plans.plainLogin()).build();
    assertThat(Operands.secretsMadeInTheCluster(plan)).containsExactly("simple-ui-cookie");
    assertThat(Operands.secretsMadeInTheCluster(Plans.of(Strategy.ALL_IN_ONE).build()))
        .isEmpty();
  }
}
