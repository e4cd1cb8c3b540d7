package io.jaegertracing.operator.core.admission.injection;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.JaegersOnly;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Question;
import io.jaegertracing.operator.core.admission.Requester;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Ruling;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.App;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.Scene;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.core.inject.WorkloadKinds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InjectionJudgeTest {
  private static final App APP = App.deployment().asking("true");
  private static final InjectionJudge JUDGE = new InjectionJudge(Scene.POLICY);

  @Test
  void whatTheRequestDecidesAloneNeedsNoCluster() {
    var own = APP.labelled("app", "jaeger");
    assertThat(reason(JUDGE.judge(review(own), Facts.of(JaegersOnly.unread()))))
        .isEqualTo(Reason.OWN_WORKLOAD);
  }

  @Test
  void nothingIsDecidedBeforeTheClusterIsKnown() {
    var verdict = (Verdict) JUDGE.judge(review(APP), Facts.of(JaegersOnly.unread()));
    assertThat(reason(verdict)).isEqualTo(Reason.NOT_READY);
    assertThat(verdict.patch()).isEmpty();
    assertThat(JUDGE.failsOpen()).isTrue();
  }

  @Test
  void aKindThatIsNotInTheTableAndADeletionAreNoWorkloads() {
    var other = new WorkloadKind(
        "apps", "v1", "replicasets", "ReplicaSet", List.of(), APP.kind().operations(), false);
    assertThat(reason(Scene.simple().judge(Scene.review(other, APP.tree(), "CREATE", "shop"))))
        .isEqualTo(Reason.NOT_A_WORKLOAD);
    var deletion = new Review(
        "admission.k8s.io/v1",
        "uid",
        new Review.Kind("apps", "v1", "Deployment"),
        new Review.Resource("apps", "v1", "deployments"),
        "",
        "DELETE",
        "shop",
        "myapp",
        false,
        Optional.empty(),
        Optional.of(APP.tree()),
        Requester.NOBODY);
    assertThat(reason(Scene.simple().judge(deletion))).isEqualTo(Reason.NOT_A_WORKLOAD);
  }

  @Test
  void theRowOfATableIsFoundByTheResourceAndNotByTheObject() {
    JsonNode lying = App.of("statefulsets", "apps").asking("true").tree();
    assertThat(reason(Scene.simple().judge(APP.kind(), lying, "CREATE", "shop")))
        .isEqualTo(Reason.INJECTED);
    var kinds = WorkloadKinds.ALL.only(List.of("StatefulSet"));
    assertThat(kinds.ofResource("apps", "deployments")).isEmpty();
  }

  @Test
  void questionsAreAskedTogetherAndNeverTwice() {
    var pod = App.pod()
        .ownedBy("example.com/v1", "Farm")
        .pod(
            "containers",
            "[{name: a, envFrom: [{configMapRef: {name: x}}, {configMapRef: {name: y}}]}]")
        .asking("true");
    var facts = Facts.of(Scene.simple().withoutNamespaces());
    var first = (Question) JUDGE.judge(review(pod), facts);
    assertThat(first.lookups())
        .containsExactlyInAnyOrder(
            new Lookup.OfNamespace("shop"),
            new Lookup.OfOwner("shop", "example.com/v1", "Farm", "owner", "u1"));
    facts = facts.and(Map.of(
        new Lookup.OfNamespace("shop"),
        new Answer.Absent(),
        new Lookup.OfOwner("shop", "example.com/v1", "Farm", "owner", "u1"),
        new Answer.Unanswered("too late")));
    var second = (Question) JUDGE.judge(review(pod), facts);
    assertThat(second.lookups())
        .containsExactlyInAnyOrder(
            new Lookup.OfConfigMap("shop", "x"), new Lookup.OfConfigMap("shop", "y"));
    facts = facts.and(Map.of(
        new Lookup.OfConfigMap("shop", "x"),
        new Answer.Absent(),
        new Lookup.OfConfigMap("shop", "y"),
        new Answer.Absent()));
    assertThat(reason(JUDGE.judge(review(pod), facts))).isEqualTo(Reason.INJECTED);
  }

  @Test
  void aWorkloadThatAsksForNothingAsksNobody() {
    var app =
        App.deployment().pod("containers", "[{name: a, envFrom: [{configMapRef: {name: x}}]}]");
    assertThat(JUDGE.judge(review(app), Facts.of(Scene.simple()))).isInstanceOf(Verdict.class);
  }

  private static Review review(App app) {
    return Scene.review(app.kind(), app.tree(), "CREATE", Scene.NAMESPACE);
  }

  private static Reason reason(Ruling ruling) {
    return ((Verdict) ruling).finding().orElseThrow().reason();
  }
}
