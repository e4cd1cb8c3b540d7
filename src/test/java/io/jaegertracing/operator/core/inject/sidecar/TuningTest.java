package io.jaegertracing.operator.core.inject.sidecar;

import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.inject.App;
import io.jaegertracing.operator.core.inject.Jaegers;
import io.jaegertracing.operator.core.inject.Scene;
import io.jaegertracing.operator.support.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TuningTest {
  private static final App APP = App.deployment().asking("true");
  private static final Scene SCENE = Scene.of(Jaegers.of(
      "obs",
      "simplest",
      "{agent: {options: {log-level: info}, resources: {limits: {cpu: 200m, memory: 64Mi}}}}"));

  @Test
  void anImageOfItsOwn() {
    assertThat(agent(Wellknown.IMAGE, "my/agent:9").agent().path("image").asText())
        .isEqualTo("my/agent:9");
  }

  @Test
  void amountsTakeThePlaceOfThoseOfTheJaegerOneByOne() {
    var admitted = SCENE.admitted(APP.annotated(Wellknown.CPU_REQUEST, "10m")
        .annotated(Wellknown.CPU_LIMIT, "1")
        .annotated(Wellknown.MEMORY_REQUEST, "1Mi"));
    assertThat(admitted.agent().path("resources"))
        .isEqualTo(
            Trees.of("{limits: {cpu: '1', memory: 64Mi}, requests: {cpu: 10m, memory: 1Mi}}"));
    assertThat(agent(Wellknown.MEMORY_LIMIT, "9Mi")
            .agent()
            .at("/resources/limits/memory")
            .asText())
        .isEqualTo("9Mi");
  }

  @Test
  void aLevelOfLoggingReplacesTheOneOfTheOptions() {
    assertThat(agent(Wellknown.LOG_LEVEL, "debug").agent().path("args").toString())
        .contains("\"--log-level=debug\"")
        .doesNotContain("info");
  }

  @Test
  void tagsAreAddedToTheUsualOnesAndReplaceThemByName() {
    assertThat(InjectedSidecarTest.tags(agent(Wellknown.TAGS, " zone = a , cluster=west,,empty=")))
        .startsWith("cluster=west,")
        .contains(",empty=,")
        .endsWith(",zone=a");
  }

  @Test
  void aServiceNameOfItsOwn() {
    assertThat(agent(Wellknown.SERVICE_NAME, "checkout").podSpec().at("/containers/0/env/0"))
        .isEqualTo(Trees.of("{name: JAEGER_SERVICE_NAME, value: checkout}"));
  }

  @Test
  void anAnnotationOfTheWorkloadHidesTheOneOfItsTemplate() {
    var app = APP.templateAnnotated(Wellknown.IMAGE, "template");
    assertThat(SCENE.admitted(app).agent().path("image").asText()).isEqualTo("template");
    assertThat(SCENE
            .admitted(app.annotated(Wellknown.IMAGE, "own"))
            .agent()
            .path("image")
            .asText())
        .isEqualTo("own");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image          | two words  | write an image such as registry/agent:1.62.0",
        "image          | -x         | write an image such as registry/agent:1.62.0",
        "cpu-request    | much       | write an amount such as 100m or 64Mi",
        "cpu-limit      | -1         | write an amount such as 100m or 64Mi",
        "memory-request | 1 Gi       | write an amount such as 100m or 64Mi",
        "memory-limit   | 1gb        | write an amount such as 100m or 64Mi",
        "tags           | alone      | write KEY=VALUE,KEY=VALUE",
        "tags           | =x         | write KEY=VALUE,KEY=VALUE",
        "log-level      | loud       | write one of debug, dpanic, error, fatal, info, panic, warn"
      })
  void aValueThatCannotBeFollowedIsLeftOutAndNamed(String name, String value, String remedy) {
    var key = "sidecar.jaegertracing.io/" + name;
    var verdict = SCENE.judge(APP.annotated(key, value));
    assertThat(verdict.warnings())
        .containsExactly(
            "[ignored-annotation] " + key + ": \"" + value + "\" is left out; " + remedy);
    assertThat(SCENE.admitted(APP.annotated(key, value)).agent())
        .isEqualTo(SCENE.admitted(APP).agent());
  }

  @Test
  void aRequestBeyondItsLimitKeepsTheAmountsOfTheJaeger() {
    var app = APP.annotated(Wellknown.CPU_REQUEST, "1");
    assertThat(SCENE.judge(app).warnings())
        .containsExactly("[ignored-annotation] sidecar.jaegertracing.io/cpu-request:"
            + " more than the limit of 200m; the amounts of the Jaeger are kept");
    assertThat(SCENE.admitted(app).agent()).isEqualTo(SCENE.admitted(APP).agent());
  }

  @Test
  void aKeyThatMeansNothingIsNamedWithTheNearestThatDoes() {
    assertThat(
            SCENE.judge(APP.annotated("sidecar.jaegertracing.io/imagee", "x")).warnings())
        .containsExactly("[ignored-annotation] sidecar.jaegertracing.io/imagee means nothing here;"
            + " did you mean sidecar.jaegertracing.io/image?");
    assertThat(SCENE
            .judge(APP.annotated("sidecar.jaegertracing.io/zzzzzzzzzz", "x"))
            .warnings())
        .containsExactly(
            "[ignored-annotation] sidecar.jaegertracing.io/zzzzzzzzzz means nothing here");
  }

  private static App agent(String key, String value) {
    var app = APP.annotated(key, value);
    assertThat(SCENE.judge(app).warnings()).isEmpty();
    return SCENE.admitted(app);
  }
}
