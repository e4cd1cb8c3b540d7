package io.jaegertracing.operator.core.inject.decision;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.inject.App;
import io.jaegertracing.operator.core.inject.Jaegers;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.Scene;
import io.jaegertracing.operator.support.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PodSecurityTest {
  private static final App APP = App.deployment().asking("true");

  /** What the agent's Jaeger says, and whether each level accepts it. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {}                                                                   | true  | true
      {privileged: true}                                                   | false | false
      {privileged: false}                                                  | true  | true
      {capabilities: {add: [NET_ADMIN]}}                                   | false | false
      {capabilities: {add: [CHOWN]}}                                       | true  | false
      {capabilities: {add: [NET_BIND_SERVICE]}}                            | true  | true
      {capabilities: {drop: [KILL]}}                                       | true  | true
      {seccompProfile: {type: Unconfined}}                                 | false | false
      {seccompProfile: {type: RuntimeDefault}}                             | true  | true
      {seccompProfile: {type: Localhost, localhostProfile: p}}             | true  | true
      {procMount: Unmasked}                                                | false | false
      {windowsOptions: {hostProcess: true}}                                | false | false
      {seLinuxOptions: {type: spc_t}}                                      | false | false
      {seLinuxOptions: {type: container_t}}                                | true  | true
      {seLinuxOptions: {user: u}}                                          | false | false
      {appArmorProfile: {type: Unconfined}}                                | false | false
      {appArmorProfile: {type: RuntimeDefault}}                            | true  | true
      {allowPrivilegeEscalation: true}                                     | true  | false
      {runAsNonRoot: false}                                                | true  | false
      {runAsUser: 0}                                                       | true  | false
      {runAsUser: 1}                                                       | true  | true
      """)
  void aLevelObjectsToWhatTheStandardForbids(String context, boolean baseline, boolean restricted) {
    assertThat(passes("privileged", context)).isTrue();
    assertThat(passes("baseline", context)).isEqualTo(baseline);
    assertThat(passes("restricted", context)).isEqualTo(restricted);
  }

  @ParameterizedTest
  @CsvSource({
    "'emptyDir: {}', true, true",
    "'configMap: {name: a}', true, true",
    "'hostPath: {path: /a}', false, false",
    "'nfs: {server: a, path: /a}', true, false"
  })
  void volumesAreLookedAt(String source, boolean baseline, boolean restricted) {
    var spec = "{agent: {volumes: [{name: v, " + source + "}]}}";
    assertThat(reason("baseline", spec) == Reason.INJECTED).isEqualTo(baseline);
    assertThat(reason("restricted", spec) == Reason.INJECTED).isEqualTo(restricted);
  }

  @Test
  void theFieldAndTheLevelAreNamed() {
    var scene = enforcing("baseline", "{agent: {sidecarSecurityContext: {privileged: true}}}");
    assertThat(scene.finding(APP).detail())
        .isEqualTo(
            "the namespace enforces baseline, which forbids sidecarSecurityContext.privileged of a/a");
  }

  @Test
  void whereRestrictedIsEnforcedTheSidecarSaysWhatItWants() {
    assertThat(context("restricted", "{}"))
        .isEqualTo(Trees.of("{allowPrivilegeEscalation: false, runAsNonRoot: true,"
            + " seccompProfile: {type: RuntimeDefault}, capabilities: {drop: [ALL]}}"));
    assertThat(context("baseline", "{}").isEmpty()).isTrue();
    assertThat(context("privileged", "{}").isEmpty()).isTrue();
  }

  @Test
  void whatTheJaegerSaysIsKept() {
    assertThat(context(
            "restricted",
            "{runAsUser: 7, capabilities: {add: [NET_BIND_SERVICE], drop: [KILL]},"
                + " seccompProfile: {type: Localhost, localhostProfile: p}}"))
        .isEqualTo(Trees.of("{allowPrivilegeEscalation: false, runAsNonRoot: true, runAsUser: 7,"
            + " seccompProfile: {type: Localhost, localhostProfile: p},"
            + " capabilities: {add: [NET_BIND_SERVICE], drop: [ALL]}}"));
  }

  @Test
  void anUnknownLevelIsNone() {
    assertThat(passes("very", "{privileged: true}")).isTrue();
    assertThat(context("very", "{}").isEmpty()).isTrue();
  }

  private static JsonNode context(String level, String context) {
    return enforcing(level, "{agent: {sidecarSecurityContext: " + context + "}}")
        .admitted(APP)
        .agent()
        .path("securityContext");
  }

  private static boolean passes(String level, String context) {
    return reason(level, "{agent: {sidecarSecurityContext: " + context + "}}") == Reason.INJECTED;
  }

  private static Reason reason(String level, String spec) {
    var reason = enforcing(level, spec).reason(APP);
    assertThat(reason).isIn(Reason.INJECTED, Reason.POD_SECURITY);
    return reason;
  }

  private static Scene enforcing(String level, String spec) {
    return Scene.of(Jaegers.of("a", "a", spec))
        .inNamespace("{labels: {pod-security.kubernetes.io/enforce: " + level + "}}");
  }
}
