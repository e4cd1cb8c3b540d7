package io.jaegertracing.operator.core.inject.decision;

import io.jaegertracing.operator.core.inject.App;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Jaegers;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.Scene;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SelectionTest {
  private static final Instance HERE = Jaegers.plain("shop", "one");
  private static final Instance ELSEWHERE = Jaegers.plain("obs", "one");
  private static final Instance THIRD = Jaegers.plain("dev", "one");

  @Test
  void aNameIsSoughtInTheOwnNamespaceFirst() {
    chosen("one", "shop/one", ELSEWHERE, HERE, THIRD);
    chosen("one", "obs/one", ELSEWHERE);
  }

  @Test
  void aNameThatSeveralOtherNamespacesHaveIsAmbiguous() {
    none("one", Reason.AMBIGUOUS_INSTANCE, ELSEWHERE, THIRD);
    assertThat(finding("one", ELSEWHERE, THIRD).detail())
        .isEqualTo(
            "the Deployment asks for a Jaeger and 2 fit: obs/one, dev/one; write namespace/name");
  }

  /** Any other would do only if there were none of that name. */
  @Test
  void anAmbiguousNameOfTheNamespaceIsNotAnsweredWithAnother() {
    var scene = Scene.of(ELSEWHERE, THIRD, Jaegers.plain("shop", "two"))
        .inNamespace("{annotations: {sidecar.jaegertracing.io/inject: one}}");
    assertThat(scene.reason(App.deployment().asking("true"))).isEqualTo(Reason.AMBIGUOUS_INSTANCE);
  }

  @Test
  void aNamespaceAndANameMeanThatOneAlone() {
    chosen("dev/one", "dev/one", HERE, ELSEWHERE, THIRD);
    none("none/one", Reason.NO_INSTANCE, HERE);
    assertThat(finding("none/one", HERE).detail())
        .isEqualTo("the Deployment asks for the Jaeger none/one; shop/one is in another namespace");
  }

  @Test
  void anyMeansTheOnlyOneHereAndThenTheOnlyOneThereIs() {
    chosen("true", "shop/one", ELSEWHERE, HERE, THIRD);
    chosen("true", "obs/one", ELSEWHERE);
    none("true", Reason.AMBIGUOUS_INSTANCE, ELSEWHERE, THIRD);
    none("true", Reason.AMBIGUOUS_INSTANCE, HERE, Jaegers.plain("shop", "two"));
    none("true", Reason.NO_INSTANCE);
  }

  @Test
  void anyLeavesAWorkloadWhereItIs() {
    var two = Jaegers.plain("shop", "two");
    var bound = Scene.of(ELSEWHERE).admitted(App.deployment().asking("true"));
    assertThat(Scene.of(ELSEWHERE, HERE, two).finding(bound).instance()).contains("obs/one");
    assertThat(Scene.of(HERE).finding(bound).instance()).contains("shop/one");
    assertThat(Scene.of(ELSEWHERE, HERE).finding(bound.asking("shop/one")).instance())
        .contains("shop/one");
  }

  @Test
  void theLabelOfTheGoOperatorBindsWhereTheAgentIs() {
    var labelled =
        App.deployment().asking("true").labelled("sidecar.jaegertracing.io/injected", "two");
    var injected = labelled.pod("containers", "[{name: web}, {name: jaeger-agent}]");
    var scene = Scene.of(HERE, Jaegers.plain("shop", "two"));
    assertThat(scene.finding(injected).instance()).contains("shop/two");
    assertThat(scene.reason(labelled)).isEqualTo(Reason.AMBIGUOUS_INSTANCE);
  }

  @Test
  void longNamesThatTheLabelCutsToTheSameTextAreToldApartByTheRecord() {
    var first = Jaegers.of("shop", "j".repeat(63) + "-1", "{agent: {image: first}}");
    var second = Jaegers.plain("shop", "j".repeat(63) + "-2");
    var app = App.deployment().asking(second.name());
    var injected = Scene.of(first, second).admitted(app);
    assertThat(injected
            .tree()
            .at("/metadata/labels/sidecar.jaegertracing.io~1injected")
            .asText())
        .isEqualTo("j".repeat(63));
    assertThat(Scene.of(first, second).finding(injected.asking("true")).instance())
        .contains(second.key());
    assertThat(Scene.of(first, second).reason(injected)).isEqualTo(Reason.UNCHANGED);
    assertThat(Scene.of(first, second)
            .admitted(injected.asking(first.name()))
            .agent()
            .toString())
        .isNotEqualTo(injected.agent().toString())
        .isEqualTo(Scene.of(first).admitted(app.asking(first.name())).agent().toString());
  }

  @Test
  void aSwitchBetweenEqualSidecarsReplacesNoPodAndIsRememberedByTheLabel() {
    var spec = "{agent: {options: {reporter.grpc.host-port: 'far:1'}}}";
    var scene = Scene.of(Jaegers.of("shop", "one", spec), Jaegers.of("shop", "two", spec));
    var injected = scene.admitted(App.deployment().asking("one"));
    var switched = scene.admitted(injected.asking("two"));
    assertThat(switched.podSpec()).isEqualTo(injected.podSpec());
    assertThat(switched.templateMetadata()).isEqualTo(injected.templateMetadata());
    assertThat(scene.finding(switched.asking("true")).instance()).contains("shop/two");
  }

  @Test
  void whatIsBeingDeletedOrBelongsToAnotherOperatorIsNoCandidate() {
    var dying = Jaegers.terminating(HERE);
    var foreign = Jaegers.operatedBy("them/other", Jaegers.plain("shop", "two"));
    chosen("true", "obs/one", dying, foreign, ELSEWHERE);
    none("shop/one", Reason.NO_INSTANCE, dying, foreign, ELSEWHERE);
    assertThat(finding("shop/one", dying).detail()).endsWith("shop/one is being deleted");
    assertThat(finding("two", foreign).detail()).endsWith("shop/two belongs to another operator");
    chosen("two", "shop/two", Jaegers.operatedBy("us/me", Jaegers.plain("shop", "two")));
  }

  @Test
  void onlyJaegersInWatchedNamespacesAreInReach() {
    var app = App.deployment().asking("true");
    assertThat(Scene.of(ELSEWHERE, HERE, THIRD)
            .watching("shop", "obs")
            .finding(app.asking("dev/one"))
            .detail())
        .contains("the Jaeger dev/one");
    assertThat(Scene.of(ELSEWHERE).watching("shop").finding(app).detail())
        .isEqualTo("the Deployment asks for a Jaeger; there is none in the watched namespaces");
  }

  private static void chosen(String wish, String key, Instance... instances) {
    assertThat(finding(wish, instances).instance()).contains(key);
  }

  private static void none(String wish, Reason reason, Instance... instances) {
    assertThat(finding(wish, instances).reason()).isEqualTo(reason);
  }

  private static Finding finding(String wish, Instance... instances) {
    return Scene.of(instances).finding(App.deployment().asking(wish));
  }
}
