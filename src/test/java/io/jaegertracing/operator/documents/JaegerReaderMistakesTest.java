package io.jaegertracing.operator.documents;

import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JaegerReaderMistakesTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "query: {replicas: two} | spec.query.replicas: \"two\" has the wrong type; write a whole number",
        "query: {replicas: 1.5} | spec.query.replicas: 1.5 has the wrong type; write a whole number",
        "query: {replicas: 99999999999} | spec.query.replicas: 99999999999 has the wrong type; write a whole number that is not so large",
        "Query: {Replicas: two} | spec.Query.Replicas: \"two\" has the wrong type; write a whole number",
        "allInOne: {tracingEnabled: 'yes'} | spec.allInOne.tracingEnabled: \"yes\" has the wrong type; write true or false",
        "ingress: {hosts: one.example} | spec.ingress.hosts: \"one.example\" has the wrong type; write a list",
        "ingress: {hosts: [a, {b: c}]} | spec.ingress.hosts[1]: {\"b\":\"c\"} has the wrong type; write text",
        "strategy: {type: production} | spec.strategy: {\"type\":\"production\"} has the wrong type; write text",
        "storage: text | spec.storage: \"text\" has the wrong type; write a map",
        "labels: {a: 1} | spec.labels.a: 1 has the wrong type; write it as text, in quotes",
        "serviceAccount: 123 | spec.serviceAccount: 123 has the wrong type; write it as text, in quotes",
        "allInOne: {options: [a]} | spec.allInOne.options: [\"a\"] has the wrong type; write a map",
        "ui: {options: 5} | spec.ui.options: 5 has the wrong type; write a map or a list",
        "query: {strategy: {rollingUpdate: {maxSurge: 1.5}}} | spec.query.strategy.rollingUpdate.maxSurge: 1.5 has the wrong type; write a whole number or text",
        "livenessProbe: {httpGet: {port: {}}} | spec.livenessProbe.httpGet.port: {} has the wrong type; write a whole number or text",
        "resources: {limits: {cpu: ''}} | spec.resources.limits.cpu: \"\" is not valid; write a quantity such as 500m or 16Gi",
        "resources: {limits: {cpu: [1]}} | spec.resources.limits.cpu: [1] is not valid; write a quantity such as 500m or 16Gi",
        "imagePullSecrets: [x] | spec.imagePullSecrets[0]: \"x\" has the wrong type; write - name: x",
        "volumes: [{name: v, cephfs: {monitors: [m], secretRef: x}}] | spec.volumes[0].cephfs.secretRef: \"x\" has the wrong type; write name: x",
        "envFrom: [x] | spec.envFrom[0]: \"x\" has the wrong type; write a map",
      })
  void aValueOfTheWrongKindIsNamedInWordsOfYaml(String spec, String sentence) {
    assertThat(read(spec).mistakes()).extracting(Problem::text).containsExactly(sentence);
  }

  @Test
  void everyMistakeIsFoundAndTheRestIsRead() {
    var reading = read("imagePullSecrets: [x, {name: y}, z], strategy: production,"
        + " query: {replicas: a, minReplicas: 1}, collector: {replicas: b, maxReplicas: 7}");
    assertThat(reading.mistakes())
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "spec.imagePullSecrets[0]",
            "spec.imagePullSecrets[2]",
            "spec.query.replicas",
            "spec.collector.replicas");
    assertThat(reading.jaeger().getSpec().strategy).isEqualTo("production");
    assertThat(reading.jaeger().getSpec().collector.maxReplicas).isEqualTo(7);
  }

  @Test
  void mistakesWithoutEndAreNotAllSought() {
    assertThat(read("labels: {" + many() + "}").mistakes()).hasSize(64);
  }

  @Test
  void aSpecThatIsNoneLeavesAJaeger() {
    var reading = JaegerReader.reading(
        Documents.read("test", "{kind: Jaeger, spec: 5, metadata: []}").get(0).tree());
    assertThat(reading.mistakes())
        .extracting(Problem::field)
        .containsExactlyInAnyOrder("spec", "metadata");
    assertThat(reading.jaeger().getMetadata()).isNotNull();
  }

  @Test
  void whoWantsAJaegerWithoutMistakesGetsNone() {
    assertThatThrownBy(() ->
            JaegerReader.read(Documents.read("test", "spec: {query: {replicas: a}, labels: {b: 1}}")
                .get(0)
                .tree()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("spec.query.replicas: ")
        .hasMessageContaining("spec.labels.b: ");
  }

  private static String many() {
    var labels = new StringBuilder();
    for (var i = 0; i < 100; i++) {
      labels.append("label").append(i).append(": 1, ");
    }
    return labels.toString();
  }

  private static Reading read(String spec) {
    return JaegerReader.reading(Documents.read("jaeger.yaml", "kind: Jaeger\nspec: {" + spec + "}")
        .get(0)
        .tree());
  }
}
