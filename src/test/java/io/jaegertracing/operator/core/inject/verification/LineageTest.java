package io.jaegertracing.operator.core.inject.verification;

import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.WorkloadKinds;
import io.jaegertracing.operator.support.Trees;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LineageTest {
  private static final Meta.Owner ROLLOUT =
      new Meta.Owner("argoproj.io/v1alpha1", "Rollout", "app", "u1", true);

  private final Lineage lineage = new Lineage();

  @Test
  void keepsWhatIsAskedForAndTheControllerAndNothingElse() {
    lineage.add(Trees.of("""
        uid: u1
        name: app
        annotations: {sidecar.jaegertracing.io/inject: "true", other: x}
        labels: {sidecar.jaegertracing.io/inject: "false", app: x}
        ownerReferences:
          - {apiVersion: v1, kind: ConfigMap, name: beside, uid: u2}
          - {apiVersion: apps/v1, kind: Deployment, name: app, uid: u3, controller: true}
        """));
    var meta = lineage.of(ROLLOUT).orElseThrow();
    assertThat(meta.annotations()).containsOnlyKeys(Wellknown.INJECT);
    assertThat(meta.labels()).containsOnlyKeys(Wellknown.INJECT);
    assertThat(meta.owners()).singleElement().extracting(Meta.Owner::uid).isEqualTo("u3");
  }

  @Test
  void whatHasNothingToSayIsKnownOnceAllOfItsKindAre() {
    lineage.add(Trees.of("{uid: u1, name: app, labels: {app: x}}"));
    assertThat(lineage.of(ROLLOUT)).isEmpty();
    lineage.completed(
        WorkloadKinds.ALL.with("argoproj.io/v1alpha1/rollouts:/spec/template").rows().stream()
            .filter(kind -> kind.resource().equals("rollouts"))
            .findFirst()
            .orElseThrow());
    assertThat(lineage.of(ROLLOUT)).contains(Meta.NONE);
    assertThat(lineage.of(new Meta.Owner("v1", "Rollout", "app", "u1", true))).isEmpty();
  }
}
