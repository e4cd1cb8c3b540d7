package io.jaegertracing.operator.core.inject.decision;

import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.inject.App;
import io.jaegertracing.operator.core.inject.Policy.Level;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.Scene;
import io.jaegertracing.operator.support.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OwnersTest {
  private static final App POD = App.pod().asking("true");

  /** Level, controller, whether a Deployment's hash is there, and what comes out for the Pod. */
  @ParameterizedTest
  @CsvSource({
    "BOTH,     apps/v1,               StatefulSet,           false, decided-by-owner",
    "BOTH,     apps/v1,               DaemonSet,             false, decided-by-owner",
    "BOTH,     batch/v1,              Job,                   false, decided-by-owner",
    "BOTH,     v1,                    ReplicationController, false, decided-by-owner",
    "BOTH,     apps/v1,               ReplicaSet,            true,  decided-by-owner",
    "BOTH,     apps/v1,               ReplicaSet,            false, injected",
    "BOTH,     argoproj.io/v1alpha1,  Workflow,              false, injected",
    "BOTH,     example.com/v1,        StatefulSet,           false, injected",
    "BOTH,     example.com/v1,        ReplicaSet,            true,  injected",
    "POD,      apps/v1,               StatefulSet,           false, injected",
    "POD,      apps/v1,               ReplicaSet,            true,  injected",
    "POD,      batch/v1,              Job,                   false, injected",
    "WORKLOAD, apps/v1,               ReplicaSet,            false, other-level",
    "WORKLOAD, apps/v1,               StatefulSet,           false, other-level"
  })
  void everyPodIsDecidedInOnePlace(
      Level level, String apiVersion, String kind, boolean hash, String reason) {
    var pod = POD.ownedBy(apiVersion, kind);
    var labelled = hash ? pod.labelled("pod-template-hash", "abc") : pod;
    assertThat(Scene.simple().level(level).reason(labelled).code()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "BOTH, injected, injected",
    "WORKLOAD, other-level, injected",
    "POD, injected, other-level"
  })
  void theLevelSaysWhetherPodsOrTheirControllersAreInjected(
      Level level, String pod, String deployment) {
    var scene = Scene.simple().level(level);
    assertThat(scene.reason(POD).code()).isEqualTo(pod);
    assertThat(scene.reason(App.deployment().asking("true")).code()).isEqualTo(deployment);
  }

  @Test
  void anOwnerThatIsNoControllerDecidesNothing() {
    var pod = POD.metadata(
        "ownerReferences", "[{apiVersion: apps/v1, kind: StatefulSet, name: a, uid: u}]");
    assertThat(Scene.simple().reason(pod)).isEqualTo(Reason.INJECTED);
  }

  @Test
  void aControllerThatAKindOfTheTableControlsIsLeftToIt() {
    reasonOf("jobs", "batch", "batch/v1", "CronJob", Reason.DECIDED_BY_OWNER);
    reasonOf(
        "replicationcontrollers",
        "",
        "apps.openshift.io/v1",
        "DeploymentConfig",
        Reason.DECIDED_BY_OWNER);
    reasonOf("deployments", "apps", "example.com/v1", "Shop", Reason.INJECTED);
    reasonOf("statefulsets", "apps", "apps/v1", "ControllerRevision", Reason.INJECTED);
  }

  private static void reasonOf(
      String resource, String group, String ownerApi, String ownerKind, Reason reason) {
    var app = App.of(resource, group).asking("true").ownedBy(ownerApi, ownerKind);
    assertThat(Scene.simple().reason(app)).as(resource).isEqualTo(reason);
  }

  @Test
  void aPodThatCarriesOursIsDone() {
    for (var level : new Level[] {Level.BOTH, Level.POD}) {
      var scene = Scene.simple().level(level);
      var injected = scene.admitted(POD);
      assertThat(scene.reason(injected)).isEqualTo(Reason.DECIDED_BY_OWNER);
      assertThat(scene.reason(injected.asking("false"))).isEqualTo(Reason.DECIDED_BY_OWNER);
    }
  }

  @Test
  void whatAnOwnerSaysCountsForItsPods() {
    var pod = App.pod().ownedBy("argoproj.io/v1alpha1", "Workflow");
    assertThat(owned("'true'").reason(pod)).isEqualTo(Reason.INJECTED);
    assertThat(owned("'false'").reason(pod)).isEqualTo(Reason.OPTED_OUT);
    assertThat(owned("'false'").finding(pod).detail()).isEqualTo("Workflow owner says false");
    assertThat(owned("'false'").reason(pod.asking("true"))).isEqualTo(Reason.INJECTED);
    assertThat(owned("'true'").reason(pod.asking("false"))).isEqualTo(Reason.OPTED_OUT);
    assertThat(Scene.simple().reason(pod)).isEqualTo(Reason.NOT_REQUESTED);
  }

  @Test
  void theTopmostOwnerThatIsKnownNamesTheSpans() {
    var chain = owned("'true', x: {}}, ownerReferences: [{apiVersion: example.com/v1, kind: Farm,"
            + " name: top, uid: u2, controller: true}], y: {z: z")
        .level(Level.POD);
    var pod = App.pod().ownedBy("argoproj.io/v1alpha1", "Workflow");
    assertThat(chain.admitted(pod).agent().path("args").toString())
        .contains(",farm.name=top,")
        .doesNotContain("workflow.name");
  }

  @Test
  void whatNobodyAnsweredIsToldInTheDetail() {
    var lookup =
        new Lookup.OfOwner(Scene.NAMESPACE, "argoproj.io/v1alpha1", "Workflow", "owner", "u1");
    var scene = Scene.simple().answering(lookup, new Answer.Unanswered("too late"));
    var pod = App.pod().ownedBy("argoproj.io/v1alpha1", "Workflow");
    assertThat(scene.finding(pod).detail()).isEqualTo("Workflow owner was not read: too late");
    assertThat(scene.finding(pod.asking("true")).detail())
        .isEqualTo("Workflow owner was not read: too late");
    assertThat(scene.reason(pod.asking("true"))).isEqualTo(Reason.INJECTED);
  }

  private static Scene owned(String value) {
    return Scene.simple()
        .answering(
            new Lookup.OfOwner(Scene.NAMESPACE, "argoproj.io/v1alpha1", "Workflow", "owner", "u1"),
            new Answer.Found(
                Trees.of("{metadata: {annotations: {" + Wellknown.INJECT + ": " + value + "}}}")));
  }
}
