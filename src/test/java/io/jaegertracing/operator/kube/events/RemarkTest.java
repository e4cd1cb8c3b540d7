package io.jaegertracing.operator.kube.events;

import io.jaegertracing.operator.core.inject.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RemarkTest {
  @ParameterizedTest
  @EnumSource(Reason.class)
  void saysWhatSomebodyMayWantToKnow(Reason reason) {
    var remark = Remark.of(Reviews.creation("ns", "app"), Reviews.verdict(reason, ""));
    assertThat(remark.isPresent()).isEqualTo(reason.isEvent());
    remark.ifPresent(said -> {
      assertThat(said.warning()).isEqualTo(reason.isWarning());
      assertThat(said.reason()).matches("([A-Z][a-z]+)+");
    });
  }

  @Test
  void writesTheReasonAsKubernetesDoes() {
    var remark = Remark.of(
            Reviews.creation("ns", "app"), Reviews.verdict(Reason.NO_INSTANCE, "there is none"))
        .orElseThrow();
    assertThat(remark.reason()).isEqualTo("NoInstance");
    assertThat(remark.note()).isEqualTo("[no-instance] there is none");
  }

  @Test
  void anotherObjectOfTheNameIsAnotherTopic() {
    var verdict = Reviews.verdict(Reason.UPDATED, "");
    var first = Remark.of(Reviews.update("ns", "app", "7"), verdict).orElseThrow();
    var second = Remark.of(Reviews.update("ns", "app", "8"), verdict).orElseThrow();
    assertThat(first.topic()).isNotEqualTo(second.topic());
    assertThat(first.text()).isNotEqualTo(second.text());
  }

  @Test
  void saysNothingOfADryRun() {
    assertThat(Remark.of(Reviews.dryRun("ns", "app"), Reviews.verdict(Reason.NO_INSTANCE, "")))
        .isEmpty();
  }

  @Test
  void looksUpOnlyWhatIsBeingCreated() {
    var verdict = Reviews.verdict(Reason.INJECTED, "");
    assertThat(Remark.of(Reviews.creation("ns", "app"), verdict).orElseThrow().regarding())
        .isEqualTo(new Remark.Regarding(
            "apps/v1",
            "Deployment",
            "ns",
            "app",
            "",
            "/apis/apps/v1/namespaces/ns/deployments/app"));
    assertThat(
            Remark.of(Reviews.update("ns", "app", "7"), verdict).orElseThrow().regarding())
        .isEqualTo(new Remark.Regarding("apps/v1", "Deployment", "ns", "app", "7", ""));
  }

  @Test
  void aPodWithoutANameIsToldOfAtItsController() {
    var owned = Reviews.pod("ns", """
        {generateName: app-, ownerReferences: [
          {apiVersion: v1, kind: Node, name: other, uid: "1"},
          {apiVersion: apps/v1, kind: ReplicaSet, name: app, uid: "2", controller: true}]}
        """);
    assertThat(
            Remark.of(owned, Reviews.verdict(Reason.INJECTED, "")).orElseThrow().regarding())
        .isEqualTo(new Remark.Regarding("apps/v1", "ReplicaSet", "ns", "app", "2", ""));
  }

  @Test
  void aPodWithoutNameAndControllerIsNotToldOf() {
    var bare = Reviews.pod("ns", "{generateName: app-}");
    assertThat(Remark.of(bare, Reviews.verdict(Reason.INJECTED, ""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../secrets/x", "a?b", "a%2fb", "..", "A", "a\nb"})
  void asksForNothingElseWhateverTheNamesAre(String name) {
    var verdict = Reviews.verdict(Reason.INJECTED, "");
    assertThat(Remark.of(Reviews.creation("ns", name), verdict)).isEmpty();
    assertThat(Remark.of(Reviews.creation(name, "app"), verdict)).isEmpty();
  }

  @Test
  void cutsANoteBetweenCharacters() {
    var note = Remark.of(
            Reviews.creation("ns", "app"), Reviews.verdict(Reason.NO_INSTANCE, "𝛼".repeat(500)))
        .orElseThrow()
        .note();
    assertThat(note.getBytes(StandardCharsets.UTF_8).length).isBetween(1021, 1024);
    assertThat(note).endsWith("𝛼");
  }
}
