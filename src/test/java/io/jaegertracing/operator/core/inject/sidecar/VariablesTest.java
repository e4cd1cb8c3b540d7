package io.jaegertracing.operator.core.inject.sidecar;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.inject.App;
import io.jaegertracing.operator.core.inject.Scene;
import io.jaegertracing.operator.support.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VariablesTest {
  private static final App APP = App.deployment().asking("true");
  private static final Scene SCENE = Scene.simple()
      .configMap("name", "JAEGER_SERVICE_NAME")
      .configMap("bare", "SERVICE_NAME")
      .configMap("other", "PATH")
      .answering(
          new Lookup.OfConfigMap(Scene.NAMESPACE, "silent"), new Answer.Unanswered("too late"));

  @ParameterizedTest
  @CsvSource({
    "'app.kubernetes.io/instance: a, app.kubernetes.io/name: b, app: c', a.shop",
    "'app.kubernetes.io/name: b, app: c', b.shop",
    "'app: c', c.shop"
  })
  void theServiceIsNamedByTheFirstLabelThatIsThere(String labels, String name) {
    var app = APP.template("metadata", "{labels: {" + labels + "}}");
    assertThat(value(SCENE.admitted(app), "JAEGER_SERVICE_NAME")).isEqualTo(name);
  }

  @Test
  void aWorkloadThatCannotBeNamedGetsNoVariables() {
    var app = APP.template("metadata", "{labels: {other: x}}");
    assertThat(web(SCENE.admitted(app)).has("env")).isFalse();
  }

  @Test
  void eachContainerGetsWhatItLacksAfterItsOwn() {
    var app = APP.pod(
        "containers",
        "[{name: web, env: [{name: A, value: b}]}, {name: db, env: [{name: JAEGER_SERVICE_NAME, valueFrom: {x: y}}]}]");
    var containers = SCENE.admitted(app).podSpec().path("containers");
    assertThat(containers.path(0).path("env").findValuesAsText("name"))
        .containsExactly("A", "JAEGER_SERVICE_NAME", "JAEGER_PROPAGATION");
    assertThat(containers.path(1).path("env").findValuesAsText("name"))
        .containsExactly("JAEGER_SERVICE_NAME", "JAEGER_PROPAGATION");
    assertThat(containers.path(1).at("/env/0/valueFrom")).isEqualTo(Trees.of("{x: y}"));
  }

  @Test
  void initContainersGetNone() {
    var app = APP.pod("initContainers", "[{name: init}]");
    assertThat(SCENE.admitted(app).podSpec().at("/initContainers/0"))
        .isEqualTo(Trees.of("{name: init}"));
  }

  /** Sources of one container and which of both variables it gets. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {configMapRef: {name: name}}                                              | false | true
      {configMapRef: {name: bare}}                                              | true  | true
      {prefix: JAEGER_, configMapRef: {name: bare}}                             | false | true
      {prefix: JAEGER_, configMapRef: {name: name}}                             | true  | true
      {prefix: X_, configMapRef: {name: silent}}                                | true  | true
      {configMapRef: {name: other}}                                             | true  | true
      {configMapRef: {name: gone}}                                              | true  | true
      {configMapRef: {name: silent}}                                            | false | false
      {configMapRef: {name: silent}}, {configMapRef: {name: name}}              | false | false
      {secretRef: {name: name}}                                                 | true  | true
      {configMapRef: {}}                                                        | true  | true
      """)
  void aVariableThatAConfigMapGivesIsNotWritten(
      String sources, boolean serviceName, boolean propagation) {
    var admitted = SCENE.admitted(
        APP.pod("containers", "[{name: web, envFrom: [" + sources + "]}, {name: db}]"));
    assertThat(Named.has(web(admitted).path("env"), "JAEGER_SERVICE_NAME")).isEqualTo(serviceName);
    assertThat(Named.has(web(admitted).path("env"), "JAEGER_PROPAGATION")).isEqualTo(propagation);
    assertThat(admitted.podSpec().at("/containers/1/env")).hasSize(2);
  }

  @Test
  void aVariableOfOursGoesWhenAConfigMapComesToGiveIt() {
    var injected = SCENE.admitted(
        APP.pod("containers", "[{name: web, envFrom: [{configMapRef: {name: gone}}]}]"));
    var later = SCENE.configMap("gone", "JAEGER_SERVICE_NAME").admitted(injected);
    assertThat(web(later).path("env").findValuesAsText("name"))
        .containsExactly("JAEGER_PROPAGATION");
  }

  /** The Go operator kept no record, and wrote no variable that a ConfigMap gives. */
  @Test
  void aVariableBesideAConfigMapThatTheGoOperatorCannotHaveWrittenStays() {
    var app = APP.labelled(Wellknown.INJECTED, "simplest")
        .pod(
            "containers",
            "[{name: web, env: [{name: JAEGER_SERVICE_NAME, value: myapp.shop}], envFrom: [{configMapRef: {name: name}}]}, {name: jaeger-agent, image: old}]");
    var updated = SCENE.admitted(app);
    assertThat(updated.podSpec().at("/containers/1/image").asText()).isNotEqualTo("old");
    assertThat(value(updated, "JAEGER_SERVICE_NAME")).isEqualTo("myapp.shop");
  }

  @Test
  void whatNobodyCanTellLeavesAVariableOfOursAsItIs() {
    var injected = SCENE.admitted(
        APP.pod("containers", "[{name: web, envFrom: [{configMapRef: {name: gone}}]}]"));
    var silent = SCENE.answering(
        new Lookup.OfConfigMap(Scene.NAMESPACE, "gone"), new Answer.Unanswered("too late"));
    assertThat(silent.judge(injected).patch()).isEmpty();
  }

  @Test
  void aValueThatTheUserChangedIsTheUsersByNow() {
    var injected = SCENE.admitted(APP);
    var text = injected.podSpec().path("containers").toString();
    var changed = injected.pod("containers", text.replace("myapp.shop", "mine"));
    assertThat(SCENE.judge(changed).patch()).isEmpty();
    assertThat(value(SCENE.admitted(changed.asking("false")), "JAEGER_SERVICE_NAME"))
        .isEqualTo("mine");
  }

  @Test
  void aValueOfOursFollowsTheLabel() {
    var injected = SCENE.admitted(APP);
    var metadata =
        injected.templateMetadata().toString().replace("\"app\":\"myapp\"", "\"app\":\"x\"");
    assertThat(
            value(SCENE.admitted(injected.template("metadata", metadata)), "JAEGER_SERVICE_NAME"))
        .isEqualTo("x.shop");
  }

  @Test
  void variablesOfOursGoWithTheLabelThatNamedTheService() {
    var injected = SCENE.admitted(APP);
    var metadata = injected.templateMetadata().toString().replace("\"app\":", "\"other\":");
    assertThat(web(SCENE.admitted(injected.template("metadata", metadata))).has("env"))
        .isFalse();
  }

  @Test
  void containersWithoutANameOrWithTheSameOneAreToldApart() {
    var app = APP.pod("containers", "[{image: a}, {name: b}, {name: b}]");
    var injected = SCENE.admitted(app);
    assertThat(SCENE.judge(injected).patch()).isEmpty();
    assertThat(SCENE.admitted(injected.asking("false")).podSpec()).isEqualTo(app.podSpec());
  }

  private static JsonNode web(App app) {
    return app.podSpec().at("/containers/0");
  }

  private static String value(App app, String name) {
    var env = web(app).path("env");
    return env.path(Named.find(env, name)).path("value").asText();
  }
}
