package io.jaegertracing.operator.core.admission.injection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.JaegersOnly;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Question;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Ruling;
import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.admission.injection.Reconsideration.Step;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Policy;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.core.inject.WorkloadKinds;
import io.jaegertracing.operator.core.scope.Watched;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReconsiderationTest {
  private static final String BOUND = """
      metadata: {name: app, namespace: here, resourceVersion: "7", labels: {sidecar.jaegertracing.io/injected: gone}}
      spec: {template: {spec: {containers: [{name: app}, {name: jaeger-agent}]}}}
      """;

  private static final String RECORDED = """
      metadata: {name: app, namespace: here, resourceVersion: "7", labels: {sidecar.jaegertracing.io/injected: gone}}
      spec:
        template:
          metadata: {annotations: {sidecar.jaegertracing.io/record: '{"instance":"there/gone"}'}}
          spec: {containers: [{name: app}, {name: jaeger-agent}]}
      """;

  private static final String PLAIN = """
      metadata: {name: app, namespace: here, resourceVersion: "7"}
      spec: {template: {spec: {containers: [{name: app}]}}}
      """;

  private record Saying(Ruling ruling) implements Judge {
    @Override
    public Ruling judge(Review review, Facts facts) {
      assertThat(review.operation()).isEqualTo("UPDATE");
      assertThat(review.object()).isEqualTo(review.oldObject());
      return ruling;
    }

    @Override
    public boolean failsOpen() {
      return true;
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"INJECTED", "UPDATED", "REMOVED"})
  void touchesADeploymentWhoseAdmissionWouldChangeIt(Reason reason) {
    assertThat(step(changing(reason), "Deployment", PLAIN, complete()))
        .isInstanceOf(Step.Touch.class);
  }

  @Test
  void leavesWhatStaysAsItIs() {
    assertThat(step(keeping(Reason.UNCHANGED), "Deployment", PLAIN, complete()))
        .isInstanceOf(Step.Leave.class);
  }

  @ParameterizedTest
  @CsvSource({
    "StatefulSet, INJECTED, false, Leave",
    "StatefulSet, INJECTED, true, Touch",
    "StatefulSet, UPDATED, false, Touch",
    "CronJob, INJECTED, false, Leave",
    "Deployment, INJECTED, false, Touch"
  })
  void addsAFirstSidecarOnlyWhereTheGoOperatorDidUnlessToldSo(
      String kind, Reason reason, boolean everywhere, String expected) {
    var step = new Reconsideration(changing(reason), policy(Policy.Level.BOTH), everywhere)
        .of(kind(kind), tree(PLAIN), Facts.of(complete()));
    assertThat(step.getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void anotherSidecarIsNoFirstOne() {
    assertThat(step(changing(Reason.INJECTED), "StatefulSet", BOUND, complete()))
        .isInstanceOf(Step.Touch.class);
  }

  @Test
  void asksWhatTheJudgeAsks() {
    var question = new Question(Set.of(new Lookup.OfNamespace("here")));
    assertThat(step(new Saying(question), "Deployment", PLAIN, complete()))
        .isEqualTo(new Step.Ask(question.lookups()));
  }

  @Test
  void stripsTheSidecarOfAJaegerThatIsGoneFromThisVersionOnly() {
    var step = step(keeping(Reason.NO_INSTANCE), "Deployment", BOUND, complete());
    assertThat(step).isInstanceOfSatisfying(Step.Strip.class, strip -> {
      assertThat(strip.operations().get(0).toString())
          .isEqualTo("{\"op\":\"test\",\"path\":\"/metadata/resourceVersion\",\"value\":\"7\"}");
      assertThat(strip.operations())
          .anyMatch(operation -> operation.path("path").asText().endsWith("/containers/1"));
    });
  }

  @Test
  void theEngineItselfKeepsTheSidecarThatIsStrippedHere() {
    var policy = policy(Policy.Level.BOTH);
    var asking = tree(BOUND.replace(
        "namespace: here,",
        "namespace: here, annotations: {sidecar.jaegertracing.io/inject: 'true'},"));
    var unread = Facts.of(complete().withoutNamespaces());
    var facts = unread.and(Map.of(new Lookup.OfNamespace("here"), new Facts.Answer.Absent()));
    var reconsideration = new Reconsideration(new InjectionJudge(policy), policy, false);
    assertThat(reconsideration.of(kind("Deployment"), asking, facts))
        .isInstanceOf(Step.Strip.class);
    assertThat(reconsideration.of(kind("Deployment"), asking, unread)).isInstanceOf(Step.Ask.class);
  }

  @Test
  void aJaegerThatIsBeingDeletedIsNotGone() {
    var deleted = complete(jaeger("there", "gone", true));
    assertThat(step(keeping(Reason.NO_INSTANCE), "Deployment", BOUND, deleted))
        .isInstanceOf(Step.Leave.class);
  }

  @Test
  void theRecordNamesTheJaegerMoreExactlyThanTheLabel() {
    var namesake = complete(jaeger("elsewhere", "gone", false));
    assertThat(step(keeping(Reason.NO_INSTANCE), "Deployment", BOUND, namesake))
        .isInstanceOf(Step.Leave.class);
    assertThat(step(keeping(Reason.NO_INSTANCE), "Deployment", RECORDED, namesake))
        .isInstanceOf(Step.Strip.class);
    assertThat(step(
            keeping(Reason.NO_INSTANCE),
            "Deployment",
            RECORDED,
            complete(jaeger("there", "gone", false))))
        .isInstanceOf(Step.Leave.class);
  }

  @Test
  void aLongNameIsComparedAsTheLabelHoldsIt() {
    var name = "j".repeat(80);
    var bound = BOUND.replace("injected: gone", "injected: " + "j".repeat(63));
    assertThat(step(
            keeping(Reason.NO_INSTANCE), "Deployment", bound, complete(jaeger("n", name, false))))
        .isInstanceOf(Step.Leave.class);
  }

  @Test
  void aClusterThatIsNotKnownYetChangesNothing() {
    var unread = JaegersOnly.unread();
    assertThat(step(keeping(Reason.NO_INSTANCE), "Deployment", BOUND, unread))
        .isInstanceOf(Step.Leave.class);
    assertThat(step(changing(Reason.UPDATED), "Deployment", BOUND, unread))
        .isInstanceOf(Step.Leave.class);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "NOT_WATCHED", "OTHER_LEVEL", "TERMINATING", "OWN_WORKLOAD", "DECIDED_BY_OWNER",
        "FOREIGN_SIDECAR", "MALFORMED", "NOT_READY", "OVERLOADED", "INTERNAL_ERROR"
      })
  void stripsNothingThatIsNotOursToChangeOrNotKnownWellEnough(Reason reason) {
    assertThat(step(keeping(reason), "Deployment", BOUND, complete()))
        .isInstanceOf(Step.Leave.class);
  }

  @Test
  void anAgentThatNobodyInjectedIsNotStripped() {
    var own = BOUND.replace(", labels: {sidecar.jaegertracing.io/injected: gone}", "");
    assertThat(step(keeping(Reason.NO_INSTANCE), "Deployment", own, complete()))
        .isInstanceOf(Step.Leave.class);
  }

  @Test
  void looksAtNothingThatCannotBeChangedAndAtNothingAtAllAtLevelPod() {
    assertThat(reconsideration(keeping(Reason.UNCHANGED)).kinds())
        .extracting(WorkloadKind::kind)
        .contains("Deployment", "CronJob", "Rollout")
        .doesNotContain("Pod", "Job");
    assertThat(
            new Reconsideration(keeping(Reason.UNCHANGED), policy(Policy.Level.POD), false).kinds())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "0, 1", "41, 42", "many, 0", "-1, 0", "99999999999999999999, 0"})
  void countsRevisionsUp(String revision, String next) {
    var tree = tree(
        "metadata: {annotations: {sidecar.jaegertracing.io/revision: '%s'}}".formatted(revision));
    assertThat(Reconsideration.nextRevision(tree)).isEqualTo(next);
  }

  @Test
  void countsFromNoughtWithoutAnnotations() {
    assertThat(Reconsideration.nextRevision(tree("metadata: {}"))).isEqualTo("0");
  }

  private static Step step(Judge judge, String kind, String workload, Snapshot snapshot) {
    return reconsideration(judge).of(kind(kind), tree(workload), Facts.of(snapshot));
  }

  private static Reconsideration reconsideration(Judge judge) {
    return new Reconsideration(judge, policy(Policy.Level.BOTH), false);
  }

  private static Policy policy(Policy.Level level) {
    return new Policy(
        WorkloadKinds.ALL,
        level,
        Policy.NativeSidecars.AUTO,
        Watched.EVERYTHING,
        "operator",
        false);
  }

  private static WorkloadKind kind(String kind) {
    return WorkloadKinds.ALL.rows().stream()
        .filter(row -> row.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static Judge changing(Reason reason) {
    var patch = JsonNodeFactory.instance.arrayNode();
    patch.addObject().put("op", "remove").put("path", "/anything");
    return new Saying(Verdict.about(Finding.of(reason, ""), Optional.of(patch), List.of()));
  }

  private static Judge keeping(Reason reason) {
    return new Saying(Verdict.unchanged(Finding.of(reason, "")));
  }

  private static JaegersOnly complete(Instance... instances) {
    return JaegersOnly.of(instances);
  }

  private static Instance jaeger(String namespace, String name, boolean terminating) {
    return new Instance(
        namespace, name, terminating, Optional.empty(), new Instance.Rendered.Refused(List.of()));
  }

  private static JsonNode tree(String yaml) {
    try {
      return new YAMLMapper().readTree(yaml);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
