package io.jaegertracing.operator.core.inject.sidecar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.inject.App;
import io.jaegertracing.operator.core.inject.Jaegers;
import io.jaegertracing.operator.core.inject.Policy.NativeSidecars;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.Scene;
import io.jaegertracing.operator.support.Trees;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class InjectedSidecarTest {
  private static final App APP = App.deployment().asking("true");
  private static final Scene SIMPLE = Scene.simple();

  @Test
  void aPlainDeploymentGetsExactlyThis() {
    var admitted = SIMPLE.admitted(APP);
    assertThat(admitted.tree().at("/metadata/labels"))
        .isEqualTo(Trees.of("{sidecar.jaegertracing.io/injected: simplest}"));
    assertThat(admitted.tree().at("/metadata/annotations"))
        .isEqualTo(Trees.of("{sidecar.jaegertracing.io/inject: 'true'}"));
    assertThat(admitted.templateMetadata().path("annotations")).isEqualTo(Trees.of("""
                prometheus.io/scrape: "true"
                prometheus.io/port: "14271"
                sidecar.jaegertracing.io/record: >-
                  {"annotations":{"prometheus.io/port":"14271","prometheus.io/scrape":"true"},"env":{"web":{"JAEGER_PROPAGATION":"jaeger,b3,w3c","JAEGER_SERVICE_NAME":"myapp.shop"}},"instance":"obs/simplest","seal":{"args":"10de2cb2","env HOST_IP":"90a46883","env POD_NAME":"88298029","image":"7055fac9","ports":"d1d856d0"}}
                """));
    assertThat(admitted.podSpec()).isEqualTo(Trees.of("""
                containers:
                - name: web
                  ports: [{containerPort: 8080}]
                  env:
                  - {name: JAEGER_SERVICE_NAME, value: myapp.shop}
                  - {name: JAEGER_PROPAGATION, value: "jaeger,b3,w3c"}
                - name: jaeger-agent
                  image: jaegertracing/jaeger-agent:1.62.0
                  args:
                  - --agent.tags=cluster=undefined,container.name=web,deployment.name=myapp,host.ip=${HOST_IP:},pod.name=${POD_NAME:},pod.namespace=shop
                  - --reporter.grpc.host-port=dns:///simplest-collector-headless.obs.svc:14250
                  env:
                  - {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
                  - {name: HOST_IP, valueFrom: {fieldRef: {fieldPath: status.hostIP}}}
                  ports:
                  - {name: zk-compact-trft, containerPort: 5775, protocol: UDP}
                  - {name: config-rest, containerPort: 5778}
                  - {name: jg-compact-trft, containerPort: 6831, protocol: UDP}
                  - {name: jg-binary-trft, containerPort: 6832, protocol: UDP}
                  - {name: admin-http, containerPort: 14271}
                  livenessProbe:
                    httpGet: {path: /, port: 14271}
                    initialDelaySeconds: 5
                    periodSeconds: 15
                    failureThreshold: 5
                  readinessProbe:
                    httpGet: {path: /, port: 14271}
                    initialDelaySeconds: 1
                """));
  }

  @Test
  void aNameThatTheServerMadeUpLaterIsNoReasonToReplaceAllPods() {
    var nameless = APP.metadata("generateName", "app-").metadata("name", "''");
    var named = SIMPLE.admitted(nameless).metadata("name", "app-x");
    assertThat(named.agent().path("args").toString()).contains(",deployment.name=,");
    assertThat(SIMPLE.reason(named)).isEqualTo(Reason.UNCHANGED);
    var injectedLater = SIMPLE.admitted(nameless.metadata("name", "app-x"));
    assertThat(injectedLater.agent().path("args").toString()).contains(",deployment.name=app-x,");
    assertThat(SIMPLE.reason(injectedLater)).isEqualTo(Reason.UNCHANGED);
  }

  @Test
  void portsThatAServerMakesThoseOfTheNodeAreNoChangeOnItsNetworkAlone() {
    var scene = Scene.of(Jaegers.of("a", "a", """
        agent:
          options:
            processor.zipkin-compact.server-host-port: ':1'
            http-server.host-port: ':2'
            processor.jaeger-compact.server-host-port: ':3'
            processor.jaeger-binary.server-host-port: ':4'
            admin.http.host-port: ':5'
        """));
    for (var onHost : List.of("true", "false")) {
      var injected = scene.admitted(APP.pod("hostNetwork", onHost));
      injected
          .agent()
          .path("ports")
          .forEach(port -> ((ObjectNode) port).set("hostPort", port.path("containerPort")));
      assertThat(scene.reason(injected))
          .isEqualTo(onHost.equals("true") ? Reason.UNCHANGED : Reason.UPDATED);
      ((ObjectNode) injected.agent().at("/ports/0")).put("hostPort", 7);
      assertThat(scene.reason(injected)).isEqualTo(Reason.UPDATED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AUTO,   deployments, apps,  true,  containers",
    "AUTO,   jobs,        batch, true,  initContainers",
    "AUTO,   cronjobs,    batch, true,  initContainers",
    "AUTO,   jobs,        batch, false, would-not-finish",
    "NEVER,  jobs,        batch, true,  would-not-finish",
    "NEVER,  deployments, apps,  true,  containers",
    "ALWAYS, deployments, apps,  true,  initContainers",
    "ALWAYS, jobs,        batch, false, initContainers"
  })
  void aSidecarIsANativeOneWherePodsEnd(
      NativeSidecars when, String resource, String group, boolean supported, String place) {
    var scene = supported ? SIMPLE.natives(when) : SIMPLE.natives(when).withoutNatives();
    var app = App.of(resource, group).asking("true");
    if (place.equals("would-not-finish")) {
      assertThat(scene.reason(app)).isEqualTo(Reason.WOULD_NOT_FINISH);
    } else {
      var admitted = scene.admitted(app);
      var isNative = place.equals("initContainers");
      assertThat(Named.has(admitted.podSpec().path(place), "jaeger-agent")).isTrue();
      assertThat(admitted.agent().path("restartPolicy").asText())
          .isEqualTo(isNative ? "Always" : "");
    }
  }

  @Test
  void aPodThatEndsGetsANativeOneInFrontOfTheOtherInitContainers() {
    var pod = App.pod()
        .asking("true")
        .pod("restartPolicy", "OnFailure")
        .pod("initContainers", "[{name: first}, {name: second, restartPolicy: Always}]");
    assertThat(SIMPLE.admitted(pod).podSpec().path("initContainers"))
        .extracting(container -> container.path("name").asText())
        .containsExactly("jaeger-agent", "first", "second");
  }

  @Test
  void aSidecarMovesWhenItBecomesANativeOneAndBack() {
    var plain = SIMPLE.admitted(APP);
    var moved = SIMPLE.natives(NativeSidecars.ALWAYS).admitted(plain);
    assertThat(moved.podSpec().path("initContainers")).hasSize(1);
    assertThat(moved.podSpec().path("containers")).hasSize(1);
    assertThat(SIMPLE.admitted(moved).podSpec()).isEqualTo(plain.podSpec());
  }

  @Test
  void aSidecarThatIsThereKeepsItsPlace() {
    var injected = SIMPLE.admitted(APP);
    var reordered = injected.pod(
        "containers",
        Trees.of("[" + injected.agent() + ", " + injected.podSpec().at("/containers/0") + "]")
            .toString());
    assertThat(SIMPLE.reason(reordered)).isEqualTo(Reason.UNCHANGED);
    var updated = Scene.of(Jaegers.of("obs", "simplest", "{agent: {image: new}}"));
    var admitted = updated.admitted(reordered);
    assertThat(admitted.podSpec().at("/containers/0/image").asText()).isEqualTo("new");
    assertThat(admitted.podSpec().path("containers")).hasSize(2);
  }

  @Test
  void anAgentAmongTheInitContainersIsSomebodyElses() {
    var app = APP.pod("initContainers", "[{name: jaeger-agent, image: mine}]");
    assertThat(SIMPLE.reason(app)).isEqualTo(Reason.FOREIGN_SIDECAR);
  }

  @Test
  void whatPrometheusWasToldByTheUserStays() {
    for (var key : List.of(Wellknown.PROMETHEUS_SCRAPE, Wellknown.PROMETHEUS_PORT)) {
      var app = APP.templateAnnotated(key, "9");
      var annotations = SIMPLE.admitted(app).templateMetadata().path("annotations");
      assertThat(annotations.size()).isEqualTo(2);
      assertThat(annotations.path(key).asText()).isEqualTo("9");
      assertThat(annotations.path(Wellknown.RECORD).asText()).doesNotContain("prometheus");
    }
  }

  @Test
  void anAdminPortOfTheOptionsIsWhatPrometheusIsTold() {
    var scene =
        Scene.of(Jaegers.of("obs", "a", "{agent: {options: {admin.http.host-port: ':9'}}}"));
    assertThat(scene.admitted(APP).templateMetadata().at("/annotations/prometheus.io~1port"))
        .isEqualTo(Trees.of("'9'"));
  }

  @Test
  void scalingAWorkloadThatTheGoOperatorInjectedReplacesNoPod() {
    var ours = SIMPLE.admitted(APP);
    var asGoLeftIt = ours.template("metadata", "{labels: {app: myapp}}");
    var verdict = SIMPLE.judge(asGoLeftIt);
    assertThat(verdict.finding().orElseThrow().reason()).isEqualTo(Reason.UNCHANGED);
    assertThat(verdict.patch()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "deployments, apps, deployment.name",
    "statefulsets, apps, statefulset.name",
    "daemonsets, apps, daemonset.name",
    "replicationcontrollers, '', replicationcontroller.name",
    "jobs, batch, job.name",
    "cronjobs, batch, cronjob.name",
    "rollouts, argoproj.io, rollout.name",
    "deploymentconfigs, apps.openshift.io, deploymentconfig.name"
  })
  void theTagIsCalledAfterTheKind(String resource, String group, String tag) {
    assertThat(tags(SIMPLE.admitted(App.of(resource, group).asking("true"))))
        .contains("," + tag + "=myapp");
  }

  @Test
  void aPodIsTaggedWithItselfOrWhatControlsIt() {
    assertThat(tags(SIMPLE.admitted(App.pod().asking("true"))))
        .isEqualTo("cluster=undefined,container.name=web,host.ip=${HOST_IP:},"
            + "pod.name=${POD_NAME:},pod.namespace=shop");
    assertThat(tags(
            SIMPLE.admitted(App.pod().asking("true").ownedBy("argoproj.io/v1alpha1", "Workflow"))))
        .endsWith(",workflow.name=owner");
  }

  @Test
  void severalContainersHaveNoNameInCommon() {
    var two = APP.pod("containers", "[{name: a}, {name: b}]");
    assertThat(tags(SIMPLE.admitted(two))).doesNotContain("container.name");
  }

  @Test
  void tagsOfTheJaegerStandInPlaceOfTheUsualOnesAndThoseOfTheWorkloadFollow() {
    var scene = Scene.of(Jaegers.of("obs", "a", "{agent: {options: {agent.tags: 'a=b'}}}"));
    assertThat(tags(scene.admitted(APP))).isEqualTo("a=b");
    assertThat(tags(scene.admitted(APP.annotated(Wellknown.TAGS, "c=d")))).isEqualTo("a=b,c=d");
  }

  static String tags(App admitted) {
    for (var argument : admitted.agent().path("args")) {
      if (argument.asText().startsWith("--agent.tags=")) {
        return argument.asText().substring("--agent.tags=".length());
      }
    }
    return "";
  }
}
