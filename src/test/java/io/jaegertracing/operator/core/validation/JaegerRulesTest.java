package io.jaegertracing.operator.core.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.cli.OptionLists;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.problem.Problem;
import io.jaegertracing.operator.documents.Documents;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class JaegerRulesTest {
  private final JaegerRules rules = new JaegerRules(
      Plans.of(Strategy.ALL_IN_ONE).build().platform(),
      (namespace, name) -> name.equals("unknown")
          ? Optional.empty()
          : Optional.of(namespace.equals("obs") && name.equals("big")),
      OptionLists.read());

  @ParameterizedTest
  @CsvFileSource(resources = "/validation/accepted.csv", delimiter = '|', quoteCharacter = '`')
  void whatWorksIsAccepted(String spec) {
    assertThat(texts(spec)).isEmpty();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/validation/refused.csv", delimiter = '|', quoteCharacter = '`')
  void whatWouldNotWorkIsRefusedOnce(String spec, String code, String field) {
    assertThat(rules.judge("obs", Optional.empty(), jaeger(spec)).refusals())
        .extracting(problem -> problem.rule().code(), Problem::field)
        .containsExactly(tuple(code, field));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/validation/warned.csv", delimiter = '|', quoteCharacter = '`')
  void whatWorksButShouldBeOtherwiseIsAWarning(String spec, String code, String field) {
    var judgement = rules.judge("obs", Optional.empty(), jaeger(spec));
    assertThat(judgement.refusals()).isEmpty();
    assertThat(judgement.warnings())
        .extracting(problem -> problem.rule().code(), Problem::field)
        .containsExactly(tuple(code, field));
  }

  @Test
  void saysWhatWasProbablyMeant() {
    assertThat(texts("{volumes: [{name: v, secret: {secretNam: s}}], query: {replica: 2}}"))
        .containsExactly(
            "spec.volumes[0].secret.secretNam: \"secretNam\" is no field that is known here; did you mean secretName?");
    assertThat(rules
            .judge("obs", Optional.empty(), jaeger("{query: {replica: 2}}"))
            .warnings())
        .extracting(Problem::text)
        .containsExactly(
            "spec.query.replica: \"replica\" is no field that is known here; did you mean replicas?");
  }

  @Test
  void allProblemsAreNamedAtOnce() {
    assertThat(
            texts(
                "{strategy: x, storage: {type: y}, collector: {replicas: many}, volumes: [{emptyDir: {}}]}"))
        .hasSize(4);
    assertThat(texts("{storage: {type: elasticsearch, elasticsearch: {doNotProvision: true,"
            + " name: small}}, strategy: x}"))
        .hasSize(2);
  }

  @Test
  void notesOfThePlanAreHandedOn() {
    assertThat(rules
            .judge("obs", Optional.empty(), jaeger("{strategy: production}"))
            .notes())
        .hasSize(1);
  }

  @Test
  void whatIsStoredAlreadyIsSparedAndWhatIsNewIsNot() {
    var stored = jaeger("{strategy: x, volumes: [{name: v, secrt: {}}]}");
    var same = rules.judge("obs", Optional.of(stored), stored);
    assertThat(same.refusals()).isEmpty();
    assertThat(same.warnings()).hasSize(2);

    var moved = jaeger("{strategy: x, volumes: [{name: w}, {name: v, secrt: {}}]}");
    assertThat(rules.judge("obs", Optional.of(stored), moved).refusals()).isEmpty();

    var worse = jaeger("{strategy: y, volumes: [{name: v, secrt: {}}]}");
    assertThat(rules.judge("obs", Optional.of(stored), worse).refusals())
        .extracting(Problem::field)
        .containsExactly("spec.strategy");
  }

  @Test
  void asMuchAsCanBeReadIsNamedAndNoMore() {
    var many = new StringBuilder("{volumes: [");
    for (var i = 0; i < 5_000; i++) {
      many.append("{name: v").append(i).append(", nothing: 1},");
    }
    assertThat(texts(many.append("]}").toString())).hasSize(64);
  }

  private List<String> texts(String spec) {
    return rules.judge("obs", Optional.empty(), jaeger(spec)).refusals().stream()
        .map(Problem::text)
        .toList();
  }

  private static JsonNode jaeger(String spec) {
    var text = "kind: Jaeger\nmetadata: {name: tracing, namespace: obs}\nspec: " + spec;
    return Documents.read("test", text).get(0).tree();
  }
}
