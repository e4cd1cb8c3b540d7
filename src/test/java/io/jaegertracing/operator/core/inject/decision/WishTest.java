package io.jaegertracing.operator.core.inject.decision;

import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.inject.App;
import io.jaegertracing.operator.core.inject.Jaegers;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WishTest {
  private static final Scene TWO =
      Scene.of(Jaegers.plain("obs", "prod"), Jaegers.plain("shop", "test"));

  /** A dash stands for nothing. */
  @ParameterizedTest
  @CsvSource({
    "-,     -,     -,     not-requested, -",
    "true,  -,     -,     injected,      shop/test",
    "TRUE,  -,     -,     injected,      shop/test",
    "prod,  -,     -,     injected,      obs/prod",
    "-,     prod,  -,     injected,      obs/prod",
    "-,     -,     prod,  injected,      obs/prod",
    "-,     -,     true,  injected,      shop/test",
    "test,  prod,  -,     injected,      shop/test",
    "-,     test,  prod,  injected,      shop/test",
    "test,  prod,  prod,  injected,      shop/test",
    "true,  -,     prod,  injected,      obs/prod",
    "-,     true,  prod,  injected,      obs/prod",
    "true,  prod,  -,     injected,      shop/test",
    "true,  -,     none,  injected,      shop/test",
    "true,  -,     false, injected,      shop/test",
    "-,     -,     none,  no-instance,   -",
    "none,  -,     prod,  no-instance,   -",
    "false, -,     -,     opted-out,     -",
    "False, true,  prod,  opted-out,     -",
    "-,     false, prod,  opted-out,     -",
    "-,     -,     false, opted-out,     -",
    "true,  false, -,     injected,      shop/test",
    "'',    prod,  -,     injected,      obs/prod",
    "'',    '',    '',    not-requested, -",
    "a b,   prod,  prod,  bad-annotation, -",
    "-,     yes!,  -,     bad-annotation, -",
    "-,     -,     /,     bad-annotation, -"
  })
  void theFirstValueCounts(
      String workload, String template, String namespace, String reason, String instance) {
    var app = App.deployment();
    app = workload.equals("-") ? app : app.asking(workload);
    app = template.equals("-") ? app : app.templateAnnotated(Wellknown.INJECT, template);
    var scene = namespace.equals("-")
        ? TWO
        : TWO.inNamespace("{annotations: {" + Wellknown.INJECT + ": '" + namespace + "'}}");
    var finding = scene.finding(app);
    assertThat(finding.reason().code()).isEqualTo(reason);
    assertThat(finding.instance().orElse("-")).isEqualTo(instance);
  }

  @Test
  void aLabelMeansTheSameAndAnAnnotationBeatsItOnTheSameObject() {
    var labelled = App.deployment().labelled(Wellknown.INJECT, "prod");
    assertThat(TWO.finding(labelled).instance()).contains("obs/prod");
    assertThat(TWO.finding(labelled.asking("test")).instance()).contains("shop/test");
    assertThat(TWO.finding(labelled.asking("")).instance()).contains("obs/prod");
    var byTemplate = labelled.templateAnnotated(Wellknown.INJECT, "test");
    assertThat(TWO.finding(byTemplate).instance()).contains("obs/prod");
    var namespace = TWO.inNamespace("{labels: {" + Wellknown.INJECT + ": prod}}");
    assertThat(namespace.finding(App.deployment()).instance()).contains("obs/prod");
  }

  @Test
  void aValueThatIsNoTextCountsAsAbsent() {
    for (var yaml : new String[] {"{" + Wellknown.INJECT + ": true}", "null", "[]", "text"}) {
      assertThat(TWO.reason(App.deployment().metadata("annotations", yaml)))
          .isEqualTo(Reason.NOT_REQUESTED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Prod",
        "-a",
        "a-",
        "a_b",
        "a/b/c",
        "/a",
        "a/",
        " true",
        "true ",
        "false,true",
        "\n",
        "x/Y"
      })
  void aValueThatIsNoNameIsShownToItsAuthor(String value) {
    var verdict = TWO.judge(App.deployment().asking(value));
    assertThat(verdict.finding().orElseThrow().reason()).isEqualTo(Reason.BAD_ANNOTATION);
    assertThat(verdict.patch()).isEmpty();
    assertThat(verdict.warnings())
        .singleElement()
        .asString()
        .contains("the Deployment", Wellknown.INJECT, value.strip(), "NAMESPACE/NAME");
  }

  @Test
  void aNameMayHaveAllTheLettersOfAnObject() {
    var longest = "n".repeat(253);
    var scene = Scene.of(Jaegers.plain("obs", longest), Jaegers.plain("obs", "a.b-c.9"));
    assertThat(scene.finding(App.deployment().asking("a.b-c.9")).instance())
        .contains("obs/a.b-c.9");
    assertThat(scene.reason(App.deployment().asking(longest)))
        .isNotIn(Reason.BAD_ANNOTATION, Reason.NO_INSTANCE);
    assertThat(scene.reason(App.deployment().asking(longest + "n")))
        .isEqualTo(Reason.BAD_ANNOTATION);
  }

  @Test
  void aVetoNamesWhereItStands() {
    assertThat(TWO.finding(App.deployment().asking("false")).detail())
        .isEqualTo("the Deployment says false");
    assertThat(TWO.finding(App.deployment().templateAnnotated(Wellknown.INJECT, "false"))
            .detail())
        .isEqualTo("its pod template says false");
    assertThat(TWO.inNamespace("{annotations: {" + Wellknown.INJECT + ": 'false'}}")
            .finding(App.deployment())
            .detail())
        .isEqualTo("namespace shop says false");
  }
}
