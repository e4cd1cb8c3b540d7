package io.jaegertracing.operator.core.admission.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.injection.Screening.Step;
import io.jaegertracing.operator.core.inject.App;
import io.jaegertracing.operator.core.inject.Policy.Level;
import io.jaegertracing.operator.core.inject.Scene;
import io.jaegertracing.operator.core.inject.VerificationMode;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.core.inject.verification.Lineage;
import io.jaegertracing.operator.support.Trees;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScreeningTest {
  private static final Scene SIMPLE = Scene.simple();
  private static final App ASKING = App.pod().asking("true");
  private static final Lookup OWNER =
      new Lookup.OfOwner(Scene.NAMESPACE, "apps/v1", "ReplicaSet", "owner", "u1");

  private final Lineage lineage = new Lineage();

  @ParameterizedTest
  @CsvSource({"true, true", "simplest, true", "obs/simplest, true", "false, false", "'!', false"})
  void thePodItselfMayAsk(String value, boolean suspect) {
    assertThat(isSuspect(SIMPLE, App.pod().asking(value))).isEqualTo(suspect);
  }

  @Test
  void whereNobodyAsksNothingIsRead() {
    assertThat(isSuspect(SIMPLE, App.pod())).isFalse();
  }

  @Test
  void theNamespaceMayAsk() {
    var scene = SIMPLE.inNamespace("{labels: {sidecar.jaegertracing.io/inject: 'true'}}");
    assertThat(isSuspect(scene, App.pod())).isTrue();
    assertThat(isSuspect(scene, App.pod().asking("false"))).isFalse();
  }

  @Test
  void anOwnerOfTheOwnerMayAsk() {
    owner("u1", "{}", "u2");
    owner("u2", "{sidecar.jaegertracing.io/inject: 'true'}", "");
    assertThat(isSuspect(SIMPLE, owned())).isTrue();
  }

  /** The template says no, and the controller, where it is decided, says yes. */
  @Test
  void whatIsNearestDependsOnWhereItIsDecided() {
    owner("u1", "{sidecar.jaegertracing.io/inject: 'true'}", "");
    assertThat(isSuspect(SIMPLE, owned().asking("false"))).isTrue();
    assertThat(isSuspect(SIMPLE, owned().asking("true"))).isTrue();
    owner("u1", "{sidecar.jaegertracing.io/inject: 'false'}", "");
    assertThat(isSuspect(SIMPLE, owned().asking("false"))).isFalse();
  }

  @Test
  void ownersThatWereNotListedAreAskedForAndNoOthers() {
    var step = step(SIMPLE, owned(), Facts.of(SIMPLE));
    assertThat(((Step.Ask) step).lookups()).containsExactly(OWNER);
    var found = Trees.of(
        "{metadata: {name: owner, annotations: " + "{sidecar.jaegertracing.io/inject: 'true'}}}");
    var told = Facts.of(SIMPLE).and(Map.of(OWNER, new Answer.Found(found)));
    assertThat(step(SIMPLE, owned(), told)).isInstanceOf(Step.Suspect.class);
    var silent = Facts.of(SIMPLE).and(Map.of(OWNER, new Answer.Unanswered("forbidden")));
    assertThat(step(SIMPLE, owned(), silent)).isInstanceOf(Step.Pass.class);
    listed();
    assertThat(step(SIMPLE, owned(), Facts.of(SIMPLE))).isInstanceOf(Step.Pass.class);
  }

  @Test
  void aPodWithOurRecordIsNotRead() {
    assertThat(isSuspect(SIMPLE, SIMPLE.admitted(ASKING))).isFalse();
  }

  @Test
  void podsThatAreNobodysBusinessAreNotRead() {
    assertThat(isSuspect(SIMPLE, ASKING.metadata("deletionTimestamp", "'2024-01-01T00:00:00Z'")))
        .isFalse();
    assertThat(isSuspect(SIMPLE, ASKING.annotated("kubernetes.io/config.mirror", "x")))
        .isFalse();
    assertThat(isSuspect(SIMPLE, ASKING.labelled("name", "jaeger-operator"))).isFalse();
    assertThat(isSuspect(SIMPLE.watching("elsewhere"), ASKING)).isFalse();
    assertThat(isSuspect(SIMPLE.watching("team=a"), ASKING)).isFalse();
  }

  @Test
  void whatIsDecidedElsewhereIsStillSuspect() {
    assertThat(isSuspect(SIMPLE.level(Level.WORKLOAD), ASKING)).isTrue();
    listed();
    assertThat(isSuspect(
            SIMPLE,
            App.pod()
                .asking("true")
                .labelled("pod-template-hash", "x")
                .ownedBy("apps/v1", "ReplicaSet")))
        .isTrue();
  }

  @Test
  void nobodyLooksWhereItIsOff() {
    var off = SIMPLE.inNamespace("{annotations: {sidecar.jaegertracing.io/verify: 'off'}}");
    assertThat(isSuspect(off, ASKING)).isFalse();
    var screening = new Screening(SIMPLE.policy(), VerificationMode.OFF);
    assertThat(screening.of(tree(ASKING), lineage, Facts.of(SIMPLE))).isInstanceOf(Step.Pass.class);
    var warned = SIMPLE.inNamespace("{annotations: {sidecar.jaegertracing.io/verify: warn}}");
    assertThat(screening.of(tree(ASKING), lineage, Facts.of(warned)))
        .isInstanceOf(Step.Suspect.class);
  }

  @Test
  void aNamespaceThatIsNotKnownIsAskedFor() {
    var scene = SIMPLE.withoutNamespaces();
    assertThat(((Step.Ask) step(scene, App.pod(), Facts.of(scene))).lookups())
        .containsExactly(new Lookup.OfNamespace(Scene.NAMESPACE));
  }

  @Test
  void replicaSetsAreListedAndPodsAreNot() {
    assertThat(new Screening(SIMPLE.policy(), VerificationMode.AUDIT).owners())
        .extracting(WorkloadKind::resource)
        .startsWith("replicasets", "deployments")
        .doesNotContain("pods")
        .doesNotHaveDuplicates();
  }

  private boolean isSuspect(Scene scene, App pod) {
    var step = step(scene, pod, Facts.of(scene));
    assertThat(step).isNotInstanceOf(Step.Ask.class);
    return step instanceof Step.Suspect;
  }

  private Step step(Scene scene, App pod, Facts facts) {
    return new Screening(scene.policy(), VerificationMode.AUDIT).of(tree(pod), lineage, facts);
  }

  private void listed() {
    lineage.completed(
        new Screening(SIMPLE.policy(), VerificationMode.AUDIT).owners().get(0));
  }

  private static App owned() {
    return App.pod().ownedBy("apps/v1", "ReplicaSet");
  }

  private void owner(String uid, String annotations, String controller) {
    var references = controller.isEmpty()
        ? "[]"
        : "[{apiVersion: apps/v1, kind: Deployment, name: top, controller: true, uid: " + controller
            + "}]";
    lineage.add(Trees.of("{name: x, uid: " + uid + ", annotations: " + annotations
        + ", ownerReferences: " + references + "}"));
    new Screening(SIMPLE.policy(), VerificationMode.AUDIT).owners().forEach(lineage::completed);
  }

  /** Metadata alone, as lists bring it. */
  private static JsonNode tree(App pod) {
    var tree = JsonNodeFactory.instance.objectNode();
    var metadata = pod.tree().path("metadata").deepCopy();
    tree.set("metadata", metadata);
    tree.withObject("/metadata").put("namespace", Scene.NAMESPACE);
    return tree;
  }
}
