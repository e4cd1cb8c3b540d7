package io.jaegertracing.operator.core.inject.sidecar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.inject.App;
import io.jaegertracing.operator.core.inject.Jaegers;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.Scene;
import io.jaegertracing.operator.support.Trees;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RemovalTest {
  private static final App APP = App.deployment().asking("true");
  private static final Scene RICH = Scene.of(
      Jaegers.of(
          "obs",
          "rich",
          "{agent: {volumes: [{name: certs, secret: {secretName: s}}],"
              + " volumeMounts: [{name: certs, mountPath: /certs}], imagePullSecrets: [{name: pull}]}}"));

  @Test
  void whatInjectionAddedGoesAndNothingElse() {
    var app = APP.pod("volumes", "[{name: data, secret: {secretName: x}}]");
    var injected = RICH.admitted(app);
    assertThat(injected.podSpec().path("volumes")).hasSize(2);
    assertThat(injected.podSpec().path("imagePullSecrets")).isEqualTo(Trees.of("[{name: pull}]"));
    assertThat(RICH.reason(injected.asking("false"))).isEqualTo(Reason.REMOVED);
    assertThat(Trees.withoutEmpty(RICH.admitted(injected.asking("false")).tree()))
        .isEqualTo(app.asking("false").tree());
  }

  @Test
  void theReasonSaysWhy() {
    var injected = RICH.admitted(APP);
    assertThat(RICH.finding(injected.asking("false")).detail())
        .isEqualTo("opted-out: the Deployment says false");
    assertThat(RICH.finding(injected.asking("")).detail()).isEqualTo("not-requested");
  }

  @Test
  void aRecordIsEnoughWhenTheUserTookTheAgentAway() {
    var injected = RICH.admitted(APP);
    var without =
        injected.pod("containers", "[" + injected.podSpec().at("/containers/0").toString() + "]");
    assertThat(Trees.withoutEmpty(RICH.admitted(without.asking("false")).tree()))
        .isEqualTo(APP.asking("false").tree());
  }

  @Test
  void aVolumeAndAPullSecretOfTheUserWithTheSameNameStay() {
    var app = APP.pod("volumes", "[{name: certs, emptyDir: {}}]")
        .pod("imagePullSecrets", "[{name: pull}]");
    var injected = RICH.admitted(app);
    assertThat(injected.podSpec().path("volumes")).isEqualTo(app.podSpec().path("volumes"));
    assertThat(RICH.admitted(injected.asking("false")).podSpec()).isEqualTo(app.podSpec());
  }

  @Test
  void aVolumeThatAnApplicationMountsByNowStays() {
    var injected = RICH.admitted(APP);
    var containers = injected.podSpec().path("containers").deepCopy();
    ((ObjectNode) containers.get(0))
        .set("volumeMounts", Trees.of("[{name: certs, mountPath: /mine}]"));
    var mounting = injected.pod("containers", containers.toString()).asking("false");
    var removed = RICH.admitted(mounting);
    assertThat(removed.podSpec().path("volumes").findValuesAsText("name")).containsExactly("certs");
    assertThat(removed.podSpec().path("containers")).hasSize(1);
  }

  @Test
  void whatTheUserToldPrometheusSinceStays() {
    var injected = RICH.admitted(APP).templateAnnotated(Wellknown.PROMETHEUS_PORT, "9");
    var annotations =
        RICH.admitted(injected.asking("false")).templateMetadata().path("annotations");
    assertThat(annotations).isEqualTo(Trees.of("{prometheus.io/port: '9'}"));
  }

  @Test
  void aVolumeThatTheJaegerNoLongerBringsGoesWithTheUpdate() {
    var injected = RICH.admitted(APP);
    var updated = Scene.of(Jaegers.plain("obs", "rich")).admitted(injected);
    assertThat(updated.podSpec().has("volumes")).isFalse();
    assertThat(updated.podSpec().has("imagePullSecrets")).isFalse();
  }

  @Test
  void leftoversOfTheGoOperatorAreKnown() {
    var app = injectedByGo();
    var removed = Scene.simple().admitted(app.asking("false"));
    assertThat(Trees.withoutEmpty(removed.tree()))
        .isEqualTo(App.deployment().asking("false").tree());
  }

  @Test
  void valuesThatTheGoOperatorDidNotWriteStay() {
    var app = injectedByGo()
        .annotated(Wellknown.PROMETHEUS_PORT, "9")
        .pod(
            "containers",
            "[{name: web, env: [{name: JAEGER_SERVICE_NAME, value: mine}]}, {name: jaeger-agent}]");
    var removed = Scene.simple().admitted(app.asking("false"));
    assertThat(removed.tree().at("/metadata/annotations"))
        .isEqualTo(Trees.of("{prometheus.io/scrape: 'true', prometheus.io/port: '9',"
            + " sidecar.jaegertracing.io/inject: 'false'}"));
    assertThat(removed.podSpec().path("containers"))
        .isEqualTo(Trees.of("[{name: web, env: [{name: JAEGER_SERVICE_NAME, value: mine}]}]"));
  }

  @Test
  void theBundlesOfOpenShiftThatTheGoOperatorMountedGo() {
    var app = injectedByGo()
        .pod("volumes", "[{name: simplest-trusted-ca}, {name: simplest-service-ca}, {name: x}]")
        .asking("false");
    assertThat(Scene.simple().openShift().admitted(app).podSpec().path("volumes"))
        .isEqualTo(Trees.of("[{name: x}]"));
    assertThat(Scene.simple().admitted(app).podSpec().path("volumes")).hasSize(3);
  }

  @Test
  void aNativeSidecarGoesFromTheInitContainers() {
    var job = App.of("jobs", "batch").asking("true").pod("initContainers", "[{name: init}]");
    var removed = RICH.admitted(RICH.admitted(job).asking("false"));
    assertThat(removed.podSpec()).isEqualTo(job.podSpec());
  }

  @Test
  void containersBehindTheSidecarLoseTheirVariablesToo() {
    var injected = RICH.admitted(APP);
    var reordered = injected.pod(
        "containers", "[" + injected.agent() + ", " + injected.podSpec().at("/containers/0") + "]");
    assertThat(RICH.admitted(reordered.asking("false")).podSpec()).isEqualTo(APP.podSpec());
  }

  @Test
  void aVolumeThatTheGoOperatorBroughtIsOursUnlessAnApplicationMountsIt() {
    var volumes = "[{name: certs, secret: {secretName: s, defaultMode: 420}}]";
    var plain = injectedByGo().asking("true").pod("volumes", volumes);
    assertThat(record(RICH.admitted(plain))).contains("\"volumes\":[\"certs\"]");
    var mounting = plain.pod(
        "containers", "[{name: web, volumeMounts: [{name: certs}]}, {name: jaeger-agent}]");
    assertThat(record(RICH.admitted(mounting))).doesNotContain("volumes");
  }

  private static String record(App app) {
    return app.templateMetadata()
        .at("/annotations/" + Wellknown.RECORD.replace("/", "~1"))
        .asText();
  }

  @Test
  void everySecondInjectionIsLikeTheFirst() {
    var injected = RICH.admitted(APP);
    var again = RICH.admitted(RICH.admitted(injected.asking("false")).asking("true"));
    assertThat(again.tree()).isEqualTo(injected.tree());
  }

  private static App injectedByGo() {
    return App.deployment()
        .labelled(Wellknown.INJECTED, "simplest")
        .annotated(Wellknown.PROMETHEUS_SCRAPE, "true")
        .annotated(Wellknown.PROMETHEUS_PORT, "14271")
        .annotated(Wellknown.REVISION, "3")
        .pod("containers", """
            - name: web
              ports: [{containerPort: 8080}]
              env:
              - {name: JAEGER_SERVICE_NAME, value: myapp.shop}
              - {name: JAEGER_PROPAGATION, value: "jaeger,b3,w3c"}
            - name: jaeger-agent
              image: jaegertracing/jaeger-agent:1.50
            """);
  }
}
