package io.jaegertracing.operator.core.inject;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkloadKindsTest {
  @Test
  void aRowOfTheSettingsIsReadByItsParts() {
    var row = WorkloadKinds.ALL
        .with("example.com/v1beta2/gadgets:/spec/deep/template")
        .ofResource("example.com", "gadgets")
        .orElseThrow();
    assertThat(row.apiVersion()).isEqualTo("example.com/v1beta2");
    assertThat(row.kind()).isEqualTo("gadget");
    assertThat(row.podPath()).hasToString("/spec/deep/template/spec");
    assertThat(row.operations()).containsExactlyInAnyOrder("CREATE", "UPDATE");
    assertThat(row.finishes()).isFalse();
  }

  @Test
  void aRowOfTheSettingsTakesThePlaceOfAReadyMadeOne() {
    var kinds = WorkloadKinds.ALL.with("argoproj.io/v2/rollouts:/spec/pods");
    assertThat(kinds.rows()).hasSameSizeAs(WorkloadKinds.ALL.rows());
    assertThat(kinds.ofResource("argoproj.io", "rollouts").orElseThrow().templatePath())
        .hasToString("/spec/pods");
  }

  @Test
  void theCoreGroupHasNoName() {
    var row = WorkloadKinds.ALL.with("v1/things:/spec").ofResource("", "things").orElseThrow();
    assertThat(row.apiVersion()).isEqualTo("v1");
  }

  @ParameterizedTest
  @CsvSource({
    "gadgets, Gadget",
    "policies, Policy",
    "boxes, Box",
    "classes, Class",
    "batches, Batch",
    "wishes, Wish",
    "deer, Deer"
  })
  void theKindIsGuessedFromThePlural(String resource, String kind) {
    var kinds = WorkloadKinds.ALL.with("e.com/v1/" + resource + ":/spec");
    assertThat(kinds.ofKind("e.com", kind)).isPresent();
  }

  @Test
  void kindsAreNamedByResourceOrKindInAnyCaseWithOrWithoutTheirGroup() {
    var names = List.of("Deployment", "STATEFULSETS", "cronjob.batch", "rollouts.argoproj.io");
    assertThat(WorkloadKinds.ALL.only(names).rows())
        .extracting(WorkloadKind::kind)
        .containsExactlyInAnyOrder("Deployment", "StatefulSet", "CronJob", "Rollout");
    assertThat(WorkloadKinds.ALL.unknown(names)).isEmpty();
  }

  @Test
  void noNameMeansAllAndAnUnknownOneIsTold() {
    assertThat(WorkloadKinds.ALL.only(List.of())).isEqualTo(WorkloadKinds.ALL);
    assertThat(WorkloadKinds.ALL.unknown(List.of("Deployments", "deploy", "pods.apps", "Pod")))
        .containsExactly("deploy", "pods.apps");
    assertThat(WorkloadKinds.ALL.only(List.of("deploy")).rows()).isEmpty();
  }

  @Test
  void onlyTemplatesThatMayStillChangeAreEdited() {
    for (var row : WorkloadKinds.ALL.rows()) {
      var once = row.kind().equals("Job") || row.isPod();
      assertThat(row.operations().contains("UPDATE")).as(row.kind()).isEqualTo(!once);
      assertThat(row.operations()).contains("CREATE");
    }
  }

  @Test
  void replicaSetsAreNeverEdited() {
    assertThat(WorkloadKinds.ALL.ofResource("apps", "replicasets")).isEmpty();
  }
}
