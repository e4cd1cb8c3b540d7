package io.jaegertracing.operator.core.inject.decision;

import io.jaegertracing.operator.core.inject.App;
import io.jaegertracing.operator.core.inject.Jaegers;
import io.jaegertracing.operator.core.inject.Policy.NativeSidecars;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.Scene;
import io.jaegertracing.operator.support.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AllowancesTest {
  private static final App APP = App.deployment().asking("true");

  /** What the Jaeger's agent has, what each container may have, and whether the Pods can be created. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {}                                      | {min: {cpu: 50m}}                                 | true
      {}                                      | {max: {cpu: 50m}}                                 | true
      {}                                      | {default: {cpu: 1}, maxLimitRequestRatio: {cpu: 2}} | true
      {}                                      | {default: {cpu: 1}, defaultRequest: {cpu: 100m}, maxLimitRequestRatio: {cpu: 2}} | false
      {requests: {cpu: 50m}}                  | {min: {cpu: 50m}}                                 | true
      {requests: {cpu: 49m}}                  | {min: {cpu: 50m}}                                 | false
      {limits: {cpu: 49m}}                    | {min: {cpu: 50m}}                                 | false
      {limits: {cpu: 50m}}                    | {min: {cpu: 50m}}                                 | true
      {limits: {cpu: 1}}                      | {max: {cpu: 1000m}}                               | true
      {limits: {cpu: 1001m}}                  | {max: {cpu: 1}}                                   | false
      {requests: {cpu: 2}}                    | {max: {cpu: 1}}                                   | false
      {limits: {memory: 1Gi}}                 | {max: {memory: 512Mi}}                            | false
      {limits: {memory: 1Gi}}                 | {max: {cpu: 1}}                                   | true
      {requests: {cpu: 500m}}                 | {default: {cpu: 200m}}                            | false
      {requests: {cpu: 200m}}                 | {default: {cpu: 200m}}                            | true
      {requests: {cpu: 1}, limits: {cpu: 5}}  | {maxLimitRequestRatio: {cpu: 5}}                  | true
      {requests: {cpu: 1}, limits: {cpu: 5}}  | {maxLimitRequestRatio: {cpu: 4}}                  | false
      {requests: {cpu: 2}, limits: {cpu: 5}}  | {maxLimitRequestRatio: {cpu: 2.5}}                | true
      {limits: {cpu: 5}}                      | {maxLimitRequestRatio: {cpu: 1}}                  | true
      {requests: {cpu: 1}}                    | {maxLimitRequestRatio: {cpu: 4}}                  | false
      {}                                      | {maxLimitRequestRatio: {cpu: 4}}                  | false
      {limits: {ephemeral-storage: 2Gi}}      | {max: {ephemeral-storage: 1Gi}}                   | false
      {limits: {cpu: 9}}                      | {max: {cpu: whatever}}                            | true
      """)
  void aSidecarKeepsToTheBoundsOfContainers(String resources, String bounds, boolean passes) {
    var item = bounds.replaceFirst("\\{", "{type: Container, ");
    assertThat(ranged(resources, item).reason(APP))
        .isEqualTo(passes ? Reason.INJECTED : Reason.LIMIT_RANGE);
  }

  /** What the container of the Pod has, beside a sidecar with 100m CPU. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {limits: {cpu: 900m}}                       | {max: {cpu: 1}}                  | true
      {limits: {cpu: 901m}}                       | {max: {cpu: 1}}                  | false
      {limits: {cpu: 2}}                          | {max: {cpu: 1}}                  | true
      {}                                          | {max: {cpu: 50m}}                | true
      {requests: {cpu: 1}, limits: {cpu: 4}}      | {maxLimitRequestRatio: {cpu: 4}} | true
      {requests: {cpu: 1}}                        | {min: {cpu: 500m}}               | false
      {requests: {cpu: 1}}                        | {min: {cpu: 100m}}               | true
      """)
  void aSidecarDoesNotMakeThePodTooLarge(String resources, String bounds, boolean passes) {
    var item = bounds.replaceFirst("\\{", "{type: Pod, ");
    assertThat(ranged("{limits: {cpu: 100m}}", item).reason(web(resources)))
        .isEqualTo(passes ? Reason.INJECTED : Reason.LIMIT_RANGE);
  }

  @Test
  void onlyWhatRunsAtOnceAddsUp() {
    var scene = ranged("{limits: {cpu: 100m}}", "{type: Pod, max: {cpu: 1}}");
    var initialised = web("{limits: {cpu: 500m}}");
    assertThat(scene.reason(initialised.pod("initContainers", inits("950m", "Never"))))
        .isEqualTo(Reason.INJECTED);
    assertThat(scene.reason(initialised.pod("initContainers", inits("450m", "Always"))))
        .isEqualTo(Reason.LIMIT_RANGE);
    assertThat(scene
            .natives(NativeSidecars.ALWAYS)
            .reason(initialised.pod("initContainers", inits("950m", "Never"))))
        .as("the sidecar runs beside init containers")
        .isEqualTo(Reason.LIMIT_RANGE);
  }

  @Test
  void defaultsOfOneLimitRangeMayBreakAnother() {
    var scene = ranged("{}", "{type: Container, defaultRequest: {cpu: 10m}}")
        .ranged("strict", "{type: Container, min: {cpu: 50m}}");
    assertThat(scene.finding(APP).detail())
        .startsWith(
            "LimitRange strict, cpu: the sidecar needs a request of at least 50m, it has 10m;");
  }

  @Test
  void whatAPodSaysAsAWholeHidesItsContainers() {
    var scene = ranged("{limits: {cpu: 200m}}", "{type: Pod, max: {cpu: 1}}");
    var whole = web("{}").pod("resources", "{limits: {cpu: 1}, requests: {cpu: 1}}");
    assertThat(scene.reason(whole)).isEqualTo(Reason.INJECTED);
  }

  /** What the Jaeger's agent has and what the Pod has as a whole, beside a container that requests 50m CPU. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {}                                       | {requests: {cpu: 50m}, limits: {cpu: 50m}}  | true
      {requests: {cpu: 50m}}                   | {requests: {cpu: 100m}}                     | true
      {requests: {cpu: 51m}}                   | {requests: {cpu: 100m}}                     | false
      {requests: {cpu: 51m}}                   | {limits: {cpu: 100m}}                       | false
      {requests: {cpu: 51m}}                   | {requests: {cpu: 100m}, limits: {cpu: 1}}   | false
      {limits: {cpu: 51m}}                     | {requests: {cpu: 100m}}                     | false
      {limits: {cpu: 2}, requests: {cpu: 1m}}  | {requests: {cpu: 100m}, limits: {cpu: 1}}   | false
      {limits: {cpu: 1}, requests: {cpu: 1m}}  | {requests: {cpu: 100m}, limits: {cpu: 1}}   | true
      {limits: {cpu: 2}, requests: {cpu: 1m}}  | {requests: {cpu: 100m}}                     | true
      {requests: {cpu: 2}}                     | {requests: {memory: 1Mi}}                   | true
      {requests: {memory: 2Mi}}                | {requests: {memory: 1Mi}}                   | false
      {requests: {cpu: 1m}}                    | {requests: {cpu: 49m}}                      | true
      {limits: {memory: 2Mi}}                  | {}                                          | true
      """)
  void aSidecarFitsIntoWhatThePodHasAsAWhole(String resources, String whole, boolean passes) {
    var app = web("{requests: {cpu: 50m}}").pod("resources", whole);
    assertThat(jaeger(resources).reason(app))
        .isEqualTo(passes ? Reason.INJECTED : Reason.POD_RESOURCES);
  }

  @Test
  void theServerComparesATemplateBeforeALimitRangeCompletesIt() {
    var app = web("{}").pod("resources", "{requests: {cpu: 100m}}");
    var scene = ranged("{requests: {cpu: 200m}}", "{type: Container, default: {cpu: 1}}");
    assertThat(scene.reason(app)).isEqualTo(Reason.POD_RESOURCES);
    var completed = ranged("{}", "{type: Container, defaultRequest: {cpu: 60m}}");
    assertThat(completed.reason(app)).isEqualTo(Reason.POD_RESOURCES);
  }

  @Test
  void theLimitOfANativeSidecarIsNotComparedWithThePodsItsRequestIs() {
    var scene = jaeger("{limits: {cpu: 2}, requests: {cpu: 1m}}").natives(NativeSidecars.ALWAYS);
    assertThat(scene.reason(APP.pod("resources", "{limits: {cpu: 1}, requests: {cpu: 1m}}")))
        .isEqualTo(Reason.INJECTED);
    assertThat(scene.reason(APP.pod("resources", "{limits: {cpu: 1}, requests: {cpu: 0}}")))
        .isEqualTo(Reason.POD_RESOURCES);
  }

  @Test
  void annotationsOfTheWorkloadOrItsTemplateHelp() {
    var scene = ranged("{limits: {cpu: 10m}}", "{type: Container, min: {cpu: 50m}}");
    assertThat(scene.reason(APP)).isEqualTo(Reason.LIMIT_RANGE);
    assertThat(scene.reason(APP.annotated("sidecar.jaegertracing.io/cpu-limit", "50m")))
        .isEqualTo(Reason.INJECTED);
    assertThat(scene.reason(APP.templateAnnotated("sidecar.jaegertracing.io/cpu-limit", "50m")))
        .isEqualTo(Reason.INJECTED);
  }

  @Test
  void whatToWriteWhereIsSaid() {
    var bounds = ranged("{limits: {cpu: 2}}", "{type: Container, max: {cpu: 1}}");
    assertThat(bounds.finding(APP).text())
        .isEqualTo(
            "[limit-range] LimitRange small, cpu: the sidecar needs a request of at most 1, it has 2;"
                + " write a smaller sidecar.jaegertracing.io/cpu-request on the workload, or in spec.agent.resources of a/a");
    var storage = ranged(
        "{limits: {ephemeral-storage: 2Gi}}", "{type: Container, max: {ephemeral-storage: 1Gi}}");
    assertThat(storage.finding(APP).detail())
        .endsWith("; write a smaller ephemeral-storage request in spec.agent.resources of a/a");
    var whole = "{limits: {cpu: 1}}";
    assertThat(bounds.finding(APP.pod("resources", whole)).text())
        .isEqualTo(
            "[pod-resources] the Pod as a whole has a cpu limit of 1, the sidecar has 2;"
                + " write a smaller sidecar.jaegertracing.io/cpu-limit on the workload, or in spec.agent.resources of a/a");
    assertThat(bounds
            .finding(APP.annotated("sidecar.jaegertracing.io/cpu-limit", "1")
                .annotated("sidecar.jaegertracing.io/cpu-request", "1")
                .pod("resources", "{requests: {cpu: 100m}}"))
            .detail())
        .startsWith(
            "the Pod as a whole has a cpu request of 100m, its containers request 1 with the sidecar; write a smaller ");
    var pod = ranged("{limits: {cpu: 200m}}", "{type: Pod, max: {cpu: 1}}");
    assertThat(pod.finding(web("{requests: {cpu: 100m}, limits: {cpu: 900m}}")).detail())
        .startsWith(
            "LimitRange small, cpu: the Pod with the sidecar needs a limit of at most 1, it has 1100m;");
    var given = ranged("{requests: {cpu: 500m}}", "{type: Container, default: {cpu: 200m}}");
    assertThat(given.finding(APP).detail())
        .startsWith("LimitRange small gives the sidecar a cpu limit of 200m, it requests 500m;");
    assertThat(quota("{}", "{hard: {limits.cpu: 1}}")
            .finding(web("{limits: {cpu: 1}}"))
            .detail())
        .isEqualTo(
            "ResourceQuota compute wants limits.cpu of every container, the sidecar has none;"
                + " write a sidecar.jaegertracing.io/cpu-limit on the workload, or in spec.agent.resources of a/a");
  }

  /** What the Jaeger's agent has, what the container of the Pod has, and what all Pods may have together. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {}                      | {limits: {cpu: 1}}    | {hard: {limits.cpu: 8}}        | false
      {}                      | {limits: {cpu: 1}}    | {hard: {requests.cpu: 8}}      | false
      {}                      | {limits: {cpu: 1}}    | {hard: {cpu: 8}}               | false
      {}                      | {limits: {memory: 1}} | {hard: {requests.memory: 8Gi}} | false
      {}                      | {limits: {cpu: 1}}    | {hard: {limits.memory: 8Gi}}   | true
      {}                      | {}                    | {hard: {limits.cpu: 8}}        | true
      {}                      | {limits: {cpu: 1}}    | {hard: {pods: 8}}              | true
      {}                      | {limits: {cpu: 1}}    | {hard: {limits.ephemeral-storage: 8Gi}} | true
      {limits: {cpu: 1}}      | {limits: {cpu: 1}}    | {hard: {limits.cpu: 2}}        | true
      {limits: {cpu: 1}}      | {limits: {cpu: 1}}    | {hard: {limits.cpu: 1999m}}    | false
      {limits: {cpu: 1}}      | {limits: {cpu: 3}}    | {hard: {limits.cpu: 2}}        | true
      {requests: {cpu: 1}}    | {limits: {cpu: 1}}    | {hard: {cpu: 2}}               | true
      {requests: {cpu: 1}}    | {limits: {cpu: 1}}    | {hard: {limits.cpu: 2}}        | false
      {limits: {e.com/gpu: 1}} | {limits: {cpu: 1}}   | {hard: {requests.e.com/gpu: 0}} | false
      {limits: {e.com/gpu: 1}} | {limits: {cpu: 1}}   | {hard: {requests.e.com/gpu: 1}} | true
      """)
  void aSidecarKeepsToQuotas(String resources, String ofPod, String spec, boolean passes) {
    assertThat(quota(resources, spec).reason(web(ofPod)))
        .isEqualTo(passes ? Reason.INJECTED : Reason.RESOURCE_QUOTA);
  }

  @Test
  void defaultsOfALimitRangeAreStatedForTheQuota() {
    var scene =
        quota("{}", "{hard: {limits.cpu: 8}}").ranged("{type: Container, default: {cpu: 100m}}");
    assertThat(scene.reason(APP)).isEqualTo(Reason.INJECTED);
  }

  @Test
  void whatTheRuntimeNeedsBesidesCounts() {
    var scene = quota("{limits: {cpu: 1}}", "{hard: {requests.cpu: 2}}");
    assertThat(scene.reason(web("{limits: {cpu: 1}}").pod("overhead", "{cpu: 100m}")))
        .isEqualTo(Reason.RESOURCE_QUOTA);
  }

  /** A quota has a say only for Pods that it counts. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      scopes: [Terminating]    | {}                                                          | true
      scopes: [Terminating]    | {activeDeadlineSeconds: 9}                                  | false
      scopes: [NotTerminating] | {}                                                          | false
      scopes: [NotTerminating] | {activeDeadlineSeconds: 9}                                  | true
      scopes: [BestEffort]     | {}                                                          | true
      scopes: [NotBestEffort]  | {}                                                          | false
      scopes: [NotBestEffort, Terminating] | {}                                              | true
      scopes: [PriorityClass]  | {}                                                          | true
      scopes: [PriorityClass]  | {priorityClassName: high}                                   | false
      scopes: [Unheard]        | {}                                                          | true
      scopes: [CrossNamespacePodAffinity] | {}                                               | true
      scopes: [CrossNamespacePodAffinity] | {affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: a}]}}} | true
      scopes: [CrossNamespacePodAffinity] | {affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{namespaces: [b]}]}}} | false
      scopes: [CrossNamespacePodAffinity] | {affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{podAffinityTerm: {namespaceSelector: {}}}]}}} | false
      scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In, values: [high]}]}    | {priorityClassName: high} | false
      scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In, values: [high]}]}    | {priorityClassName: low}  | true
      scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: NotIn, values: [high]}]} | {priorityClassName: high} | true
      scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: NotIn, values: [high]}]} | {}                        | false
      scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: DoesNotExist}]}          | {}                        | false
      scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: DoesNotExist}]}          | {priorityClassName: high} | true
      scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: Exists}]}                | {priorityClassName: high} | false
      """)
  void scopesOfAQuotaAreHeeded(String scopes, String fields, boolean passes) {
    var scene = quota("{}", "{hard: {limits.cpu: 8}, " + scopes + "}");
    var app = web("{limits: {cpu: 1}}");
    for (var field : Trees.of(fields).properties()) {
      app = app.pod(field.getKey(), field.getValue().toString());
    }
    assertThat(scene.reason(app)).isEqualTo(passes ? Reason.INJECTED : Reason.RESOURCE_QUOTA);
  }

  @Test
  void aSidecarWithResourcesBringsThePodUnderAnotherQuota() {
    var spec = "{hard: {limits.cpu: 8}, scopes: [NotBestEffort]}";
    assertThat(quota("{}", spec).reason(APP)).isEqualTo(Reason.INJECTED);
    assertThat(quota("{limits: {cpu: 0}}", spec).reason(APP)).isEqualTo(Reason.INJECTED);
    assertThat(quota("{limits: {cpu: 1}}", spec).finding(APP).detail())
        .hasSizeLessThan(200)
        .isEqualTo("ResourceQuota compute wants limits.cpu of every container,"
            + " web beside a sidecar with resources has none;"
            + " write it there, or no resources in spec.agent of a/a");
    assertThat(quota("{limits: {cpu: 1}}", spec).reason(APP.pod("resources", "{limits: {cpu: 4}}")))
        .as("it has been under that quota already, and is refused anyway")
        .isEqualTo(Reason.INJECTED);
  }

  @Test
  void aSidecarThatIsThereStaysAsItIs() {
    var before = Scene.of(Jaegers.plain("a", "a"));
    var injected = before.admitted(web("{limits: {cpu: 1}}"));
    var limited = before.quota("{hard: {limits.cpu: 8}}");
    var verdict = limited.judge(injected);
    assertThat(verdict.finding().orElseThrow().reason()).isEqualTo(Reason.RESOURCE_QUOTA);
    assertThat(verdict.patch()).isEmpty();
  }

  @Test
  void aSidecarThatFitsIsNotCountedTwice() {
    var scene = ranged("{limits: {cpu: 600m}}", "{type: Pod, max: {cpu: 1}}");
    var injected = scene.admitted(web("{limits: {cpu: 400m}}"));
    assertThat(scene.reason(injected)).isEqualTo(Reason.UNCHANGED);
  }

  @Test
  void otherNamespacesHaveNoSay() {
    var scene = quota("{}", "{hard: {limits.cpu: 8}}");
    var app = web("{limits: {cpu: 1}}");
    var elsewhere = scene.judge(app.kind(), app.tree(), "CREATE", "elsewhere");
    assertThat(elsewhere.finding().orElseThrow().reason()).isEqualTo(Reason.INJECTED);
  }

  @Test
  void amountsThatNobodyCanCountHoldNothingUp() {
    var scene = quota("{limits: {cpu: '1e999999999'}}", "{hard: {limits.cpu: '1e-999999999'}}")
        .ranged("{type: Pod, max: {cpu: 5, memory: '1e888888888'}}");
    assertThat(scene
            .finding(web("{limits: {cpu: '1e-555555555', memory: '1e777777777'}}"))
            .text())
        .contains("[limit-range] ", "has 9223372036854775807");
  }

  private static App web(String resources) {
    return APP.pod("containers", "[{name: web, resources: " + resources + "}]");
  }

  private static String inits(String cpu, String restartPolicy) {
    return "[{name: init, restartPolicy: " + restartPolicy + ", resources: {limits: {cpu: " + cpu
        + "}}}]";
  }

  private static Scene ranged(String resources, String item) {
    return jaeger(resources).ranged(item);
  }

  private static Scene quota(String resources, String spec) {
    return jaeger(resources).quota(spec);
  }

  private static Scene jaeger(String resources) {
    return Scene.of(Jaegers.of("a", "a", "{agent: {resources: " + resources + "}}"));
  }
}
