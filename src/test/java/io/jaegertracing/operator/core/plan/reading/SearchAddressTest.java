package io.jaegertracing.operator.core.plan.reading;

import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.problem.Note;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchAddressTest {
  @Test
  void namesEverybodyWhoIsNotToldWhereElasticsearchIs() {
    assertThat(fields("{storage: {type: elasticsearch, options: {es.use-aliases: true},"
            + " dependencies: {enabled: true}}}"))
        .containsExactly(
            "spec.storage.options",
            "spec.storage.esIndexCleaner",
            "spec.storage.esRollover",
            "spec.storage.dependencies");
  }

  @Test
  void namesTheJobThatCannotUseTheElasticsearchOfItsOwnJaeger() {
    assertThat(fields("{strategy: production, storage: {type: elasticsearch,"
            + " dependencies: {enabled: true}}}"))
        .containsExactly("spec.storage.dependencies");
  }

  @Test
  void anEmptyAddressIsNone() {
    assertThat(fields("{strategy: production, storage: {type: elasticsearch,"
            + " options: {es.server-urls: ''}}}"))
        .contains("spec.storage.esIndexCleaner");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{storage: {type: elasticsearch, options: {es: {server-urls: [u, v]}}}}",
        "{strategy: production, storage: {type: elasticsearch}}",
        "{storage: {type: cassandra}}",
        "{envFrom: [{secretRef: {name: s}}], storage: {type: elasticsearch}}",
        "{allInOne: {env: [{name: ES_SERVER_URLS, value: u}]}, storage: {type: elasticsearch,"
            + " esIndexCleaner: {podTemplate: {spec: {}}}}}",
        "{allInOne: {options: {es.server-urls: u}}, storage: {type: elasticsearch,"
            + " esIndexCleaner: {enabled: false}}}",
        "{storage: {type: elasticsearch, secretName: s, esIndexCleaner: {enabled: false}}}"
      })
  void saysNothingToThoseWhoTell(String spec) {
    assertThat(fields(spec)).isEmpty();
  }

  private static List<String> fields(String spec) {
    var text = "{kind: Jaeger, metadata: {name: a, namespace: n}, spec: " + spec + "}";
    var platform = Plans.of(Strategy.ALL_IN_ONE).build().platform();
    return Readings.ready(text, platform).notes().stream().map(Note::field).toList();
  }
}
