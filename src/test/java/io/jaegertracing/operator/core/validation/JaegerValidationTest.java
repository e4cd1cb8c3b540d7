package io.jaegertracing.operator.core.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jaegertracing.operator.cli.OptionLists;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Scene;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.validation.JaegerValidation.Authors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JaegerValidationTest {
  private static final String BAD =
      "{\"metadata\":{\"name\":\"tracing\"},\"spec\":{\"strategy\":\"nonsense\"}}";
  private static final String GOING = BAD.replace(
      "\"name\":\"tracing\"",
      "\"name\":\"tracing\",\"deletionTimestamp\":\"2026-01-01T00:00:00Z\"");

  private final JaegerValidation validation = new JaegerValidation(
      elasticsearches -> new JaegerRules(
          Plans.of(Strategy.ALL_IN_ONE).build().platform(), elasticsearches, OptionLists.read()),
      Authors.TRUSTED);

  @Test
  void aCreationIsRefusedWithCodeFieldAndRemedy() throws Exception {
    var refusal = judge("CREATE", "", BAD, "null").refusal().orElseThrow();
    assertThat(refusal.code()).isEqualTo(422);
    assertThat(refusal.message())
        .isEqualTo(
            "[unknown-strategy] spec.strategy: \"nonsense\" is not valid; use allinone, production or streaming");
    assertThat(refusal.causes()).singleElement().satisfies(cause -> {
      assertThat(cause.reason()).isEqualTo("unknown-strategy");
      assertThat(cause.field()).isEqualTo("spec.strategy");
      assertThat(cause.message())
          .isEqualTo(
              "\"nonsense\" is not valid; use allinone, production or streaming [unknown-strategy]");
    });
    assertThat(judge("CREATE", "", BAD, "null").audit())
        .containsEntry("refused-by", "unknown-strategy");
  }

  @Test
  void anUpdateOfWhatIsStoredIsWarnedOf() throws Exception {
    var verdict = judge("UPDATE", "", BAD, BAD);
    assertThat(verdict.isAllowed()).isTrue();
    assertThat(verdict.warnings()).singleElement().asString().startsWith("[unknown-strategy] ");
    assertThat(verdict.audit()).containsEntry("warned-of", "unknown-strategy");
    assertThat(judge("UPDATE", "", BAD, "{}").isAllowed()).isFalse();
  }

  @Test
  void anOptionThatNoProgramKnowsIsAllowedWithAWarning() throws Exception {
    var jaeger = BAD.replace(
        "\"strategy\":\"nonsense\"",
        "\"storage\":{\"type\":\"elasticsearch\",\"options\":{\"es\":{\"server-url\":\"u\"}}}");
    for (var old : new String[] {"null", jaeger}) {
      var verdict = judge(old.equals("null") ? "CREATE" : "UPDATE", "", jaeger, old);
      assertThat(verdict.isAllowed()).isTrue();
      assertThat(verdict.warnings())
          .contains(
              "[unknown-option] spec.storage.options.es.server-url: \"es.server-url\" is no option that is known here;"
                  + " did you mean es.server-urls? (checked against jaeger-all-in-one 1.65.0,"
                  + " the nearest list to 1.76.0)");
      assertThat(verdict.audit()).containsEntry("warned-of", "unknown-option");
    }
  }

  @Test
  void deletionsAndStatusAreNeverChecked() throws Exception {
    assertThat(judge("DELETE", "", "null", BAD)).isEqualTo(Verdict.allowed());
    assertThat(judge("UPDATE", "status", BAD, "{}")).isEqualTo(Verdict.allowed());
    assertThat(judge("UPDATE", "", GOING, "{}")).isEqualTo(Verdict.allowed());
  }

  private Verdict judge(String operation, String subResource, String object, String old)
      throws Exception {
    JsonNode review = new ObjectMapper()
        .readTree(
            "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":\"u\",\"kind\":{\"group\":\"jaegertracing.io\",\"version\":\"v1\",\"kind\":\"Jaeger\"},\"operation\":\""
                + operation + "\",\"subResource\":\"" + subResource + "\",\"object\":" + object
                + ",\"oldObject\":" + old + "}}");
    return (Verdict) validation.judge(Review.of(review).orElseThrow(), Facts.of(Scene.of()));
  }
}
