package io.jaegertracing.operator.core.admission.injection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.JaegersOnly;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.App;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Jaegers;
import io.jaegertracing.operator.core.inject.Policy;
import io.jaegertracing.operator.core.inject.Policy.Level;
import io.jaegertracing.operator.core.inject.Policy.NativeSidecars;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.Reason.Shown;
import io.jaegertracing.operator.core.inject.Scene;
import io.jaegertracing.operator.core.inject.VerificationMode;
import io.jaegertracing.operator.core.inject.WorkloadKinds;
import io.jaegertracing.operator.support.Trees;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VerificationJudgeTest {
  private static final Scene SIMPLE = Scene.simple();
  private static final App ASKING = App.pod().asking("true");

  @Test
  void aPodWithItsSidecarPassesInEveryMode() {
    var injected = SIMPLE.admitted(ASKING);
    for (var mode : List.of("audit", "warn", "deny")) {
      var verdict = verify(in(mode), injected);
      assertPassed(verdict);
      assertThat(reason(verdict)).isEqualTo(Reason.UNCHANGED);
      assertThat(verdict.audit())
          .containsEntry("mode", mode)
          .containsEntry("detail", "the sidecar of obs/simplest");
    }
  }

  @Test
  void aMissingSidecarIsOnlyWrittenDownWhenItIsAudited() {
    var verdict = verify(in("audit"), ASKING);
    assertPassed(verdict);
    assertThat(verdict.audit())
        .containsEntry("mode", "audit")
        .containsEntry("reason", "missing-sidecar")
        .containsEntry("instance", "obs/simplest");
  }

  @Test
  void aMissingSidecarIsWarnedOfAndToldAsAnEvent() {
    var verdict = verify(in("warn"), ASKING);
    assertThat(verdict.isAllowed()).isTrue();
    assertThat(verdict.shown()).isEqualTo(Shown.WARNING);
    assertThat(verdict.warnings())
        .containsExactly(
            "[missing-sidecar] the sidecar of obs/simplest is asked for and is not there");
    assertThat(verdict.audit()).containsEntry("mode", "warn");
  }

  @Test
  void aPodWithoutItsSidecarIsRefusedWithNameReasonAndRemedy() {
    var verdict = verify(in("deny"), ASKING);
    assertThat(verdict.shown()).isEqualTo(Shown.RECORD);
    var answer = verdict.answer(review(ASKING)).path("response");
    assertThat(answer.path("allowed").booleanValue()).isFalse();
    assertThat(answer.at("/status/code").intValue()).isEqualTo(403);
    assertThat(answer.at("/status/message").textValue())
        .startsWith("Pod shop/myapp: [missing-sidecar] the sidecar of obs/simplest")
        .contains(Reason.MISSING_SIDECAR.remedy())
        .contains(Wellknown.VERIFY + ": deny");
    assertThat(verdict.audit()).containsEntry("mode", "deny");
  }

  @Test
  void nobodyLooksWhereItIsOff() {
    var verdict = verify(in("off"), ASKING);
    assertPassed(verdict);
    assertThat(verdict.finding()).isEmpty();
    assertThat(verdict.audit()).containsEntry("mode", "off");
  }

  @Test
  void theFlagHoldsWhereTheNamespaceCannotBeUnderstood() {
    var scene = SIMPLE.inNamespace("{labels: {sidecar.jaegertracing.io/verify: strict}}");
    var judge = new VerificationJudge(scene.policy(), VerificationMode.DENY);
    assertThat(scene.judge(judge, review(ASKING)).isAllowed()).isFalse();
    var passed = scene.judge(judge, review(SIMPLE.admitted(ASKING)));
    assertThat(passed.isAllowed()).isTrue();
    assertThat(passed.audit()).containsEntry("mode", "deny");
    assertThat(passed.warnings()).singleElement().asString().contains("\"strict\"");
  }

  @Test
  void aContainerThatWasTakenAwayIsFound() {
    var stripped = SIMPLE.admitted(ASKING).pod("containers", "[{name: web}]");
    assertAltered(stripped, "taken away");
  }

  @ParameterizedTest
  @CsvSource({
    "image, '\"other/agent:1\"', image",
    "args, '[--reporter.grpc.host-port=elsewhere:1]', args",
    "args, '[]', args",
    "ports, '[]', ports",
    "ports, '[{containerPort: 1}]', ports",
    "env, '[{name: POD_NAME, value: x}]', 'env HOST_IP, env POD_NAME'",
    "volumeMounts, '[{name: other, mountPath: /v}]', volumeMounts /v",
    "volumeMounts, '[]', volumeMounts /v",
  })
  void whatWasChangedIsNamed(String field, String value, String named) {
    var injected = scene(withVolume()).admitted(ASKING);
    ((ObjectNode) injected.agent()).set(field, Trees.of(value));
    assertAltered(injected, "not as they were written into the container jaeger-agent: " + named);
  }

  @Test
  void aNativeSidecarHasToKeepRunning() {
    var scene = in("deny").natives(NativeSidecars.ALWAYS);
    var injected = scene.admitted(ASKING);
    assertPassed(verify(scene, injected));
    ((ObjectNode) injected.agent()).remove("restartPolicy");
    var verdict = verify(scene, injected);
    assertThat(verdict.isAllowed()).isFalse();
    assertThat(reason(verdict)).isEqualTo(Reason.ALTERED_SIDECAR);
    assertThat(verdict.audit().get("detail")).endsWith("restartPolicy");
  }

  @Test
  void aSidecarInTheOtherListIsAltered() {
    var scene = in("deny").natives(NativeSidecars.ALWAYS);
    var injected = scene.admitted(ASKING);
    var agent = injected.agent();
    var moved = injected.pod("initContainers", "[]").pod("containers", "[{name: web}]");
    ((ArrayNode) moved.podSpec().path("containers")).add(agent);
    assertThat(verify(scene, moved).audit().get("detail")).contains("the list that it stands in");
  }

  @Test
  void whatOthersAddBesideOursChangesNothing() {
    var injected = scene(withVolume()).admitted(ASKING);
    var agent = (ObjectNode) injected.agent();
    agent
        .withArray("/volumeMounts")
        .insertObject(0)
        .put("name", "kube-api-access")
        .put("mountPath", "/var/run/x");
    agent.withArray("/env").insertObject(0).put("name", "CLOUD_ROLE").put("value", "x");
    agent
        .put("imagePullPolicy", "Always")
        .put("image", agent.path("image").asText() + "@sha256:12");
    agent.withObject("/securityContext").put("runAsNonRoot", true);
    ServerDefaulted.agents(injected.podSpec());
    var verdict = verify(in("deny"), injected);
    assertPassed(verdict, Reason.UNCHANGED);
  }

  @Test
  void aSidecarThatIsOlderThanItsJaegerIsNotAltered() {
    var injected = SIMPLE.admitted(ASKING);
    var changed = scene(Jaegers.of(
        "obs", "simplest", "{agent: {image: new/agent:2, options: {log-level: debug}}}"));
    assertPassed(verify(changed, injected));
    assertThat(reason(verify(changed, injected))).isEqualTo(Reason.UNCHANGED);
    var gone = in("deny").with();
    assertThat(reason(verify(gone, injected))).isEqualTo(Reason.UNCHANGED);
  }

  @Test
  void aRecordOfBeforeThereWereSealsIsEnough() {
    var injected = SIMPLE.admitted(ASKING);
    var annotations = (ObjectNode) injected.templateMetadata().path("annotations");
    annotations.put(Wellknown.RECORD, "{\"instance\":\"obs/simplest\"}");
    ((ObjectNode) injected.agent()).put("image", "older/agent:1");
    assertThat(reason(verify(in("deny"), injected))).isEqualTo(Reason.UNCHANGED);
    // The record alone makes nobody write it anew.
    assertThat(SIMPLE.judge(injected).patch()).isEmpty();
  }

  @Test
  void aRecordWithoutASealIsNotWrittenAnewOnAController() {
    var app = App.deployment().asking("true");
    var injected = SIMPLE.admitted(app);
    var record =
        injected.templateMetadata().at("/annotations").path(Wellknown.RECORD).asText();
    var unsealed = record.replaceFirst(",\"seal\":\\{[^}]*}", "");
    assertThat(unsealed).isNotEqualTo(record);
    var verdict = SIMPLE.judge(injected.templateAnnotated(Wellknown.RECORD, unsealed));
    assertThat(verdict.patch()).isEmpty();
    assertThat(reason(verdict)).isEqualTo(Reason.UNCHANGED);
  }

  /** A reason for having none is a decision, and no miss. */
  @ParameterizedTest
  @CsvSource({
    "'{containers: [{name: web, ports: [{containerPort: 6831, protocol: UDP}]}]}', PORT_CONFLICT",
    "'{hostNetwork: true, containers: [{name: web}]}', HOST_NETWORK",
    "'{nodeSelector: {kubernetes.io/os: windows}, containers: [{name: web}]}', OTHER_SYSTEM",
    "'{containers: [{name: jaeger-agent}, {name: web}]}', FOREIGN_SIDECAR",
    "'{containers: []}', MALFORMED",
  })
  void whyThereCanBeNoneIsNeverRefused(String spec, Reason reason) {
    var pod = ASKING.template("spec", spec);
    var verdict = verify(in("deny"), pod);
    assertPassed(verdict, reason);
  }

  @Test
  void whatIsNotAskedForOrHasNoJaegerPasses() {
    assertPassed(verify(in("deny"), App.pod()), Reason.NOT_REQUESTED);
    assertPassed(verify(in("deny"), App.pod().asking("false")), Reason.OPTED_OUT);
    assertPassed(verify(in("deny"), App.pod().asking("!")), Reason.BAD_ANNOTATION);
    assertPassed(verify(in("deny").with(), ASKING), Reason.NO_INSTANCE);
  }

  @Test
  void podsThatAreNoneOfOursPass() {
    var deny = in("deny");
    assertThat(reason(verify(deny, ASKING.annotated("kubernetes.io/config.mirror", "x"))))
        .isEqualTo(Reason.MIRROR_POD);
    assertThat(reason(verify(deny, ASKING.labelled("name", "jaeger-operator"))))
        .isEqualTo(Reason.OWN_WORKLOAD);
    assertThat(reason(verify(deny.watching("other"), ASKING))).isEqualTo(Reason.NOT_WATCHED);
    assertThat(reason(verify(deny.watching("team=a"), ASKING))).isEqualTo(Reason.NOT_WATCHED);
    assertThat(reason(verify(deny.level(Level.WORKLOAD), ASKING))).isEqualTo(Reason.OTHER_LEVEL);
    assertThat(reason(verify(deny, App.deployment().asking("true"))))
        .isEqualTo(Reason.NOT_A_WORKLOAD);
  }

  @Test
  void aKindThatIsNotInjectedIsNotMissed() {
    var scene = in("deny")
        .policy(old -> new Policy(
            WorkloadKinds.ALL.only(List.of("deployments")),
            old.level(),
            old.natives(),
            old.watched(),
            old.identity(),
            old.openShift()));
    assertPassed(verify(scene, ASKING));
    assertPassed(verify(owned(scene, "StatefulSet", "true", ""), ownedBy("StatefulSet")));
  }

  @Test
  void theControllerIsAskedWhereItDecides() {
    for (var level : List.of(Level.BOTH, Level.WORKLOAD)) {
      var asking = owned(in("deny").level(level), "StatefulSet", "true", "");
      assertThat(reason(verify(asking, ownedBy("StatefulSet")))).isEqualTo(Reason.MISSING_SIDECAR);
      var vetoing = owned(in("deny").level(level), "StatefulSet", "false", "");
      var template = ownedBy("StatefulSet").asking("true");
      assertThat(reason(verify(vetoing, template))).isEqualTo(Reason.OPTED_OUT);
    }
  }

  @Test
  void atTheLevelOfPodsTheWholeChainAsks() {
    var scene = owned(in("deny").level(Level.POD), "StatefulSet", "true", "");
    assertThat(reason(verify(scene, ownedBy("StatefulSet")))).isEqualTo(Reason.MISSING_SIDECAR);
    var injected = ownedBy("StatefulSet");
    assertPassed(verify(scene, scene.admitted(injected)));
  }

  /** A StatefulSet makes Pods of its old revision again until its update has reached them. */
  @Test
  void aPodOfATemplateOfBeforeTheInjectionIsNotMissed() {
    var scene = owned(in("deny"), "StatefulSet", "true", "simplest");
    var verdict = verify(scene, ownedBy("StatefulSet"));
    assertPassed(verdict, Reason.DECIDED_BY_OWNER);
  }

  @Test
  void aSidecarOfTheGoOperatorIsKnownByTheLabelOfItsController() {
    var scene = owned(in("deny"), "StatefulSet", "true", "simplest");
    var pod =
        ownedBy("StatefulSet").pod("containers", "[{name: web}, {name: jaeger-agent, image: x}]");
    assertThat(reason(verify(scene, pod))).isEqualTo(Reason.UNCHANGED);
    var ending = ownedBy("StatefulSet").pod("initContainers", "[{name: jaeger-agent, image: x}]");
    assertThat(reason(verify(scene, ending))).isEqualTo(Reason.ALTERED_SIDECAR);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothingIsRefusedOnHalfOfTheEvidence(boolean altered) {
    var scene = owned(in("deny"), "StatefulSet", "true", "")
        .answering(lookup("StatefulSet"), new Answer.Unanswered("too late"))
        .level(Level.POD);
    var asking = ownedBy("StatefulSet").asking("true");
    var pod = altered ? scene.admitted(asking).pod("containers", "[{name: web}]") : asking;
    var verdict = verify(scene, pod);
    assertPassed(verdict, Reason.UNVERIFIED);
    assertThat(verdict.audit().get("detail")).contains("too late");
  }

  @Test
  void nothingIsRefusedBeforeTheClusterIsKnown() {
    var verdict = (Verdict) new VerificationJudge(Scene.POLICY, VerificationMode.DENY)
        .judge(review(ASKING), Facts.of(JaegersOnly.unread()));
    assertPassed(verdict, Reason.NOT_READY);
  }

  @Test
  void anIntactSidecarNeedsNoLookups() {
    var scene = in("deny");
    var pod = scene.level(Level.POD).admitted(ownedBy("StatefulSet").asking("true"));
    var ruling = new VerificationJudge(scene.policy(), VerificationMode.DENY)
        .judge(review(pod), Facts.of(scene));
    assertThat(ruling).isInstanceOf(Verdict.class);
  }

  private static Instance withVolume() {
    return Jaegers.of(
        "obs",
        "simplest",
        "{agent: {volumes: [{name: v, emptyDir: {}}], volumeMounts: [{name: v, mountPath: /v}]}}");
  }

  private static Scene scene(Instance instance) {
    return in("deny").with(instance);
  }

  private static Scene in(String mode) {
    return SIMPLE.inNamespace("{annotations: {sidecar.jaegertracing.io/verify: '" + mode + "'}}");
  }

  private static App ownedBy(String kind) {
    return App.pod().ownedBy("apps/v1", kind);
  }

  private static Lookup lookup(String kind) {
    return new Lookup.OfOwner(Scene.NAMESPACE, "apps/v1", kind, "owner", "u1");
  }

  private static Scene owned(Scene scene, String kind, String inject, String label) {
    var owner = Trees.map("{metadata: {name: owner}}");
    owner.withObject("/metadata/annotations").put(Wellknown.INJECT, inject);
    if (!label.isEmpty()) {
      owner.withObject("/metadata/labels").put(Wellknown.INJECTED, label);
    }
    return scene.answering(lookup(kind), new Answer.Found(owner));
  }

  private static Verdict verify(Scene scene, App app) {
    return scene.judge(new VerificationJudge(scene.policy(), VerificationMode.AUDIT), review(app));
  }

  private static Review review(App app) {
    return Scene.review(app.kind(), app.tree(), "CREATE", Scene.NAMESPACE);
  }

  private static Reason reason(Verdict verdict) {
    return verdict.finding().orElseThrow().reason();
  }

  private static void assertPassed(Verdict verdict, Reason reason) {
    assertPassed(verdict);
    assertThat(reason(verdict)).isEqualTo(reason);
  }

  private static void assertPassed(Verdict verdict) {
    assertThat(verdict.isAllowed()).as("%s", verdict.refusal()).isTrue();
    assertThat(verdict.patch()).isEmpty();
    assertThat(verdict.warnings()).isEmpty();
    assertThat(verdict.shown()).isEqualTo(Shown.RECORD);
  }

  private static void assertAltered(App pod, String detail) {
    var verdict = verify(in("deny").with(withVolume()), pod);
    assertThat(verdict.isAllowed()).isFalse();
    assertThat(reason(verdict)).isEqualTo(Reason.ALTERED_SIDECAR);
    assertThat(verdict.audit().get("detail")).contains(detail);
    assertThat(verdict.audit()).containsEntry("instance", "obs/simplest");
  }
}
