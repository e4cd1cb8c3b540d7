package io.jaegertracing.operator.core.inject.decision;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.inject.App;
import io.jaegertracing.operator.core.inject.Jaegers;
import io.jaegertracing.operator.core.inject.Policy.Level;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.Scene;
import io.jaegertracing.operator.support.Trees;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InjectionRulesTest {
  private static final App APP = App.deployment().asking("true");
  private static final Scene SIMPLE = Scene.simple();

  /** A question and the least that makes its rule decide. */
  private record Case(Scene scene, App app) {}

  @Test
  void everyReasonOfARuleIsReachedByALittleChange() {
    cases()
        .forEach((reason, example) ->
            assertThat(example.scene().reason(example.app())).as(reason.code()).isEqualTo(reason));
    var ofNoRule = EnumSet.of(
        Reason.NOT_READY,
        Reason.OVERLOADED,
        Reason.INTERNAL_ERROR,
        Reason.MISSING_SIDECAR,
        Reason.ALTERED_SIDECAR,
        Reason.SIDECAR_RESTART,
        Reason.UNVERIFIED);
    assertThat(cases().keySet()).containsAll(EnumSet.complementOf(ofNoRule));
  }

  @Test
  void onlyAnAgentOrItsRemovalChangesAnything() {
    cases()
        .forEach((reason, example) -> assertThat(
                example.scene().judge(example.app()).patch().isPresent())
            .as(reason.code())
            .isEqualTo(
                EnumSet.of(Reason.INJECTED, Reason.UPDATED, Reason.REMOVED).contains(reason)));
  }

  @Test
  void onlyWhatSomebodyShouldActOnIsAWarning() {
    cases().forEach((reason, example) -> {
      var warnings = example.scene().judge(example.app()).warnings();
      assertThat(warnings.isEmpty()).as(reason.code()).isEqualTo(!reason.isWarning());
      assertThat(warnings).allMatch(line -> line.contains("[" + reason.code() + "] "));
    });
  }

  private static Map<Reason, Case> casesOfResources() {
    var cases = new LinkedHashMap<Reason, Case>();
    cases.put(
        Reason.POD_RESOURCES,
        new Case(
            Scene.of(Jaegers.of("a", "a", "{agent: {resources: {requests: {cpu: 1}}}}")),
            APP.pod("resources", "{limits: {cpu: 10m}}")));
    cases.put(
        Reason.LIMIT_RANGE,
        new Case(SIMPLE.ranged("{type: Container, maxLimitRequestRatio: {cpu: 2}}"), APP));
    cases.put(
        Reason.RESOURCE_QUOTA,
        new Case(
            SIMPLE.quota("{hard: {limits.cpu: 1}}"),
            APP.pod("containers", "[{name: web, resources: {limits: {cpu: 1}}}]")));
    return cases;
  }

  private static Map<Reason, Case> cases() {
    var cases = new LinkedHashMap<Reason, Case>();
    var injected = SIMPLE.admitted(APP);
    cases.putAll(casesOfResources());
    cases.put(Reason.INJECTED, new Case(SIMPLE, APP));
    cases.put(Reason.UNCHANGED, new Case(SIMPLE, injected));
    cases.put(
        Reason.UPDATED,
        new Case(Scene.of(Jaegers.of("obs", "simplest", "{agent: {image: new}}")), injected));
    cases.put(Reason.REMOVED, new Case(SIMPLE, injected.asking("false")));
    cases.put(Reason.NOT_WATCHED, new Case(SIMPLE.watching("other"), APP));
    cases.put(Reason.NOT_A_WORKLOAD, new Case(SIMPLE, APP.with(withoutTemplate())));
    cases.put(Reason.OTHER_LEVEL, new Case(SIMPLE.level(Level.POD), APP));
    cases.put(
        Reason.TERMINATING,
        new Case(SIMPLE, APP.metadata("deletionTimestamp", "'2020-01-01T00:00:00Z'")));
    cases.put(
        Reason.MIRROR_POD,
        new Case(SIMPLE, App.pod().asking("true").annotated("kubernetes.io/config.mirror", "x")));
    cases.put(Reason.OWN_WORKLOAD, new Case(SIMPLE, APP.labelled("app", "jaeger")));
    cases.put(
        Reason.DECIDED_BY_OWNER,
        new Case(SIMPLE, App.of("jobs", "batch").asking("true").ownedBy("batch/v1", "CronJob")));
    cases.put(Reason.OPTED_OUT, new Case(SIMPLE, APP.asking("false")));
    cases.put(Reason.BAD_ANNOTATION, new Case(SIMPLE, APP.asking("no such name")));
    cases.put(Reason.NOT_REQUESTED, new Case(SIMPLE, App.deployment()));
    cases.put(
        Reason.FOREIGN_SIDECAR, new Case(SIMPLE, APP.pod("containers", "[{name: jaeger-agent}]")));
    cases.put(Reason.MALFORMED, new Case(SIMPLE, APP.pod("containers", "[]")));
    cases.put(Reason.OTHER_SYSTEM, new Case(SIMPLE, APP.pod("os", "{name: windows}")));
    cases.put(Reason.NO_INSTANCE, new Case(Scene.of(), APP));
    cases.put(
        Reason.AMBIGUOUS_INSTANCE,
        new Case(Scene.of(Jaegers.plain("a", "a"), Jaegers.plain("b", "b")), APP));
    cases.put(Reason.INVALID_INSTANCE, new Case(Scene.of(Jaegers.refused("a", "a", "why")), APP));
    cases.put(
        Reason.WOULD_NOT_FINISH,
        new Case(SIMPLE.withoutNatives(), App.of("jobs", "batch").asking("true")));
    cases.put(Reason.HOST_NETWORK, new Case(SIMPLE, APP.pod("hostNetwork", "true")));
    cases.put(
        Reason.PORT_CONFLICT,
        new Case(SIMPLE, APP.pod("containers", "[{name: a, ports: [{containerPort: 5778}]}]")));
    cases.put(
        Reason.POD_SECURITY,
        new Case(
            Scene.of(Jaegers.of("a", "a", "{agent: {sidecarSecurityContext: {privileged: true}}}"))
                .inNamespace("{labels: {pod-security.kubernetes.io/enforce: baseline}}"),
            APP));
    return cases;
  }

  @Test
  void rulesOfTheRequestAloneAreAskedBeforeAnythingIsLookedUp() {
    assertThat(InjectionRules.all())
        .extracting(InjectionRules.Rule::ofRequestAlone)
        .isSortedAccordingTo((one, other) -> Boolean.compare(other, one));
    assertThat(InjectionRules.all())
        .extracting(InjectionRules.Rule::question)
        .doesNotHaveDuplicates();
  }

  @Test
  void anEarlierRuleWins() {
    var everything = APP.asking("false")
        .labelled("app", "jaeger")
        .metadata("deletionTimestamp", "'2020-01-01T00:00:00Z'")
        .pod("hostNetwork", "true");
    assertThat(SIMPLE.watching("x").reason(everything)).isEqualTo(Reason.NOT_WATCHED);
    assertThat(SIMPLE.reason(everything)).isEqualTo(Reason.TERMINATING);
    assertThat(SIMPLE.reason(everything.metadata("deletionTimestamp", "null")))
        .isEqualTo(Reason.OWN_WORKLOAD);
    assertThat(Scene.of().reason(APP.asking("false").pod("hostNetwork", "true")))
        .isEqualTo(Reason.OPTED_OUT);
    assertThat(Scene.of().reason(APP.pod("hostNetwork", "true"))).isEqualTo(Reason.NO_INSTANCE);
  }

  @Test
  void aNamespaceIsWatchedWhileItHasTheLabels() {
    var labelled = SIMPLE.watching("team=a");
    assertThat(labelled.inNamespace("{name: shop, labels: {team: b}}").reason(APP))
        .isEqualTo(Reason.NOT_WATCHED);
    assertThat(labelled.withoutNamespaces().reason(APP)).isEqualTo(Reason.NOT_WATCHED);
    assertThat(labelled.inNamespace("{name: shop, labels: {team: a}}").reason(APP))
        .as("the Jaeger's own namespace has not got them")
        .isEqualTo(Reason.NO_INSTANCE);
    assertThat(Scene.of(Jaegers.plain("shop", "near"))
            .watching("team=a")
            .inNamespace("{name: shop, labels: {team: a}}")
            .reason(APP))
        .isEqualTo(Reason.INJECTED);
  }

  @Test
  void labelsThatNobodyCouldReadAreNotTakenForNone() {
    assertThat(SIMPLE.watching("!team").withoutNamespaces().reason(APP))
        .isEqualTo(Reason.NOT_WATCHED);
  }

  @Test
  void whatKeepsASidecarOutLeavesOneThatIsThere() {
    var injected = SIMPLE.admitted(APP);
    assertThat(Scene.of().judge(injected).patch()).isEmpty();
    assertThat(SIMPLE.watching("team=a").judge(injected.asking("false")).patch())
        .isEmpty();
    assertThat(SIMPLE.judge(injected.asking("none")).patch()).isEmpty();
    assertThat(SIMPLE.judge(injected.asking("a b")).patch()).isEmpty();
  }

  @Test
  void theQueryProgramOfAJaegerIsTracedAndNothingElseOfIt() {
    var own = APP.labelled("app", "jaeger");
    assertThat(SIMPLE.reason(own.labelled(Wellknown.APP_COMPONENT, "collector")))
        .isEqualTo(Reason.OWN_WORKLOAD);
    assertThat(SIMPLE.reason(own.labelled(Wellknown.APP_COMPONENT, "query")))
        .isEqualTo(Reason.INJECTED);
  }

  @Test
  void theOperatorItselfIsLeftAlone() {
    for (var label : List.of("name", Wellknown.APP_NAME)) {
      assertThat(SIMPLE.reason(APP.labelled(label, "jaeger-operator")))
          .isEqualTo(Reason.OWN_WORKLOAD);
      assertThat(SIMPLE.reason(APP.labelled(label, "jaeger"))).isEqualTo(Reason.INJECTED);
    }
  }

  @Test
  void aJobIsLeftAloneOnceItsTemplateIsFixed() {
    var job = App.of("jobs", "batch").asking("true");
    var verdict = SIMPLE.judge(job.kind(), job.tree(), "UPDATE", Scene.NAMESPACE);
    assertThat(verdict.finding().orElseThrow().text())
        .isEqualTo("[not-a-workload] UPDATE cannot change the template of a Job");
  }

  private static JsonNode withoutTemplate() {
    return Trees.of("{metadata: {annotations: {" + Wellknown.INJECT + ": 'true'}}, spec: {}}");
  }
}
