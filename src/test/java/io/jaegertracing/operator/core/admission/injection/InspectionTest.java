package io.jaegertracing.operator.core.admission.injection;

import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.injection.Inspection.Step;
import io.jaegertracing.operator.core.inject.App;
import io.jaegertracing.operator.core.inject.Policy;
import io.jaegertracing.operator.core.inject.Policy.Level;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.Scene;
import io.jaegertracing.operator.core.inject.VerificationMode;
import io.jaegertracing.operator.support.Trees;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class InspectionTest {
  private static final Scene SIMPLE = Scene.simple();
  private static final App ASKING = App.pod().asking("true");

  @Test
  void whatIsAsItShouldBePasses() {
    assertThat(step(SIMPLE, SIMPLE.admitted(ASKING))).isInstanceOf(Step.Pass.class);
    assertThat(step(SIMPLE, App.pod())).isInstanceOf(Step.Pass.class);
    assertThat(step(SIMPLE.with(), ASKING)).isInstanceOf(Step.Pass.class);
  }

  @Test
  void aPodOfAReplicaSetComesBackWithItsSidecar() {
    var missed = missed(owned("apps/v1", "ReplicaSet", "{}"), ownedBy("apps/v1", "ReplicaSet"));
    assertThat(missed.finding().reason()).isEqualTo(Reason.MISSING_SIDECAR);
    assertThat(missed.mode()).isEqualTo(VerificationMode.AUDIT);
    assertThat(missed.owners()).singleElement().matches(one -> one.owner().uid().equals("u1"));
    assertThat(missed.objection()).isEmpty();
  }

  @Test
  void theNamespaceChoosesTheMode() {
    var scene = owned("apps/v1", "ReplicaSet", "{}")
        .inNamespace("{annotations: {sidecar.jaegertracing.io/verify: deny}}");
    var missed = missed(scene, ownedBy("apps/v1", "ReplicaSet"));
    assertThat(missed.mode()).isEqualTo(VerificationMode.DENY);
    assertThat(missed.objection()).isEmpty();
    var off = scene.inNamespace("{annotations: {sidecar.jaegertracing.io/verify: 'off'}}");
    assertThat(step(off, ownedBy("apps/v1", "ReplicaSet"))).isInstanceOf(Step.Pass.class);
  }

  @ParameterizedTest
  @CsvSource({
    "apps/v1, StatefulSet",
    "apps/v1, DaemonSet",
    "v1, ReplicationController",
    "argoproj.io/v1alpha1, Rollout"
  })
  void atTheLevelOfPodsAnyKindThatLastsMakesItAgain(String apiVersion, String kind) {
    var scene = owned(apiVersion, kind, "{}").level(Level.POD);
    assertThat(missed(scene, ownedBy(apiVersion, kind)).objection()).isEmpty();
  }

  @Test
  void aBarePodIsNotMadeAgain() {
    assertThat(missed(SIMPLE, ASKING).objection()).hasValue("no controller makes it again");
  }

  @Test
  void whoHasNoSidecarInTheTemplateGetsItFromTheController() {
    var scene = owned("apps/v1", "StatefulSet", "{sidecar.jaegertracing.io/inject: 'true'}");
    assertThat(missed(scene, ownedBy("apps/v1", "StatefulSet")).objection().orElseThrow())
        .startsWith("the template of StatefulSet owner has no sidecar");
  }

  @ParameterizedTest
  @CsvSource({"batch/v1, Job, Never", "apps/v1, ReplicaSet, OnFailure", "batch/v1, Job, Always"})
  void whatEndsByItselfIsNotDisturbed(String apiVersion, String kind, String policy) {
    var scene = owned(apiVersion, kind, "{}").level(Level.POD);
    var pod = ownedBy(apiVersion, kind).pod("restartPolicy", policy);
    assertThat(missed(scene, pod).objection()).hasValue("it ends by itself");
  }

  @Test
  void aKindThatNobodyKnowsMayNotMakeItAgain() {
    var custom = ownedBy("example.com/v1", "Robot");
    var scene = owned("example.com/v1", "Robot", "{}");
    assertThat(missed(scene, custom).objection().orElseThrow()).contains("--workload");
    var named = scene.policy(old -> new Policy(
        old.kinds().with("example.com/v1/robots:/spec/template"),
        Level.POD,
        old.natives(),
        old.watched(),
        old.identity(),
        old.openShift()));
    assertThat(missed(named, custom).objection()).isEmpty();
  }

  @Test
  void aControllerThatIsGoneMakesNothing() {
    assertThat(missed(SIMPLE, ownedBy("apps/v1", "ReplicaSet")).objection())
        .hasValue("ReplicaSet owner is gone, or could not be read");
  }

  @Test
  void whatWasAlteredWouldBeAlteredAgain() {
    var stripped = SIMPLE.admitted(ASKING).pod("containers", "[{name: web}]");
    var missed = missed(SIMPLE, stripped);
    assertThat(missed.finding().reason()).isEqualTo(Reason.ALTERED_SIDECAR);
    assertThat(missed.objection()).hasValue("a new one would be altered again");
  }

  @Test
  void whereWebhooksAreNotCalledNothingWouldChange() {
    var scene = owned("apps/v1", "ReplicaSet", "kube-system", "{}");
    var pod = ownedBy("apps/v1", "ReplicaSet");
    var step = (Step.Missed) last(scene, pod, "kube-system");
    assertThat(step.objection()).hasValue("webhooks are not called for kube-system");
  }

  private static App ownedBy(String apiVersion, String kind) {
    return ASKING.ownedBy(apiVersion, kind);
  }

  private static Scene owned(String apiVersion, String kind, String annotations) {
    return owned(apiVersion, kind, Scene.NAMESPACE, annotations);
  }

  private static Scene owned(String apiVersion, String kind, String namespace, String annotations) {
    return SIMPLE.answering(
        new Lookup.OfOwner(namespace, apiVersion, kind, "owner", "u1"),
        new Answer.Found(Trees.of("{metadata: {name: owner, annotations: " + annotations + "}}")));
  }

  private static Step.Missed missed(Scene scene, App pod) {
    return (Step.Missed) step(scene, pod);
  }

  private static Step step(Scene scene, App pod) {
    return last(scene, pod, Scene.NAMESPACE);
  }

  private static Step last(Scene scene, App pod, String namespace) {
    var inspection = new Inspection(new VerificationJudge(scene.policy(), VerificationMode.AUDIT));
    var live = pod.metadata("namespace", namespace).tree();
    var facts = Facts.of(scene);
    var step = inspection.of(live, facts);
    while (step instanceof Step.Ask ask) {
      var answers = new HashMap<Lookup, Answer>();
      ask.lookups()
          .forEach(lookup ->
              answers.put(lookup, scene.objects().getOrDefault(lookup, new Answer.Absent())));
      assertThat(facts.answers()).doesNotContainKeys(answers.keySet().toArray(Lookup[]::new));
      facts = facts.and(answers);
      step = inspection.of(live, facts);
    }
    return step;
  }
}
