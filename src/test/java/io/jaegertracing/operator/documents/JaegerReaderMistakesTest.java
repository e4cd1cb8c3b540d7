package io.jaegertracing.operator.documents;

import io.jaegertracing.operator.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JaegerReaderMistakesTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`query: {replicas: two}`, `spec.query.replicas: a whole number is expected here, not \"two\"`",
        "`query: {replicas: 1.5}`, `spec.query.replicas: a whole number is expected here, not 1.5`",
        "`allInOne: {tracingEnabled: 'yes'}`, `spec.allInOne.tracingEnabled: true or false is expected here, not \"yes\"`",
        "`ingress: {hosts: one.example}`, `spec.ingress.hosts: a list is expected here, not \"one.example\"`",
        "`strategy: {type: production}`, `spec.strategy: text is expected here, not a map`",
        "`storage: text`, `spec.storage: a map is expected here, not \"text\"`",
        "`labels: {a: 1}`, `spec.labels.a: text is expected here, not 1; put it in quotes`",
        "`serviceAccount: 123`, `spec.serviceAccount: text is expected here, not 123; put it in quotes`",
        "`allInOne: {options: [a]}`, `spec.allInOne.options: a map is expected here, not [\"a\"]`",
      })
  void aValueOfTheWrongKindIsNamedInWordsOfYaml(String spec, String sentence) {
    var document =
        Documents.read("jaeger.yaml", "kind: Jaeger\nspec: {" + spec + "}").get(0);
    assertThatThrownBy(() -> JaegerReader.read(document))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("jaeger.yaml:1: ")
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("java.");
  }
}
