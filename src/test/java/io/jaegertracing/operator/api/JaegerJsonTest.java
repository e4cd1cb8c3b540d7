package io.jaegertracing.operator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.jaegertracing.operator.api.json.Extensible;
import io.jaegertracing.operator.api.json.LiteralModule;
import io.jaegertracing.operator.support.Generated;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JaegerJsonTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final ObjectMapper LITERAL =
      JsonMapper.builder().addModule(new LiteralModule()).build();

  @Test
  void writesEveryFieldBackAsItWasRead() throws IOException {
    assertSame(PLAIN.writeValueAsString(PLAIN.readValue(everyField(), Jaeger.class)));
  }

  @Test
  void theSampleHasEveryField() throws IOException {
    var jaeger = PLAIN.readValue(everyField(), Jaeger.class);
    assertThat(Stream.concat(
            unset("spec", JaegerSpec.class, jaeger.getSpec()),
            unset("status", JaegerStatus.class, jaeger.getStatus())))
        .isEmpty();
  }

  @Test
  void losesNothingInABufferOfTokens() throws IOException {
    var jaeger = PLAIN.readValue(everyField(), Jaeger.class);
    var map = LITERAL.convertValue(jaeger, JsonNode.class);
    assertSame(PLAIN.writeValueAsString(LITERAL.convertValue(map, Jaeger.class)));
  }

  @Test
  void losesNothingInTheTreeThatWatchEventsPassThrough() throws IOException {
    var client = new KubernetesSerialization(
        JsonMapper.builder().addModule(new LiteralModule()).build(), false);
    client.registerKubernetesResource(Jaeger.class);
    var read = client.unmarshal(everyField(), KubernetesResource.class);
    assertThat(read).isInstanceOf(Jaeger.class);
    assertSame(client.asJson(read));
  }

  @Test
  void keepsAnExplicitNullOfOptionsAndInventsNothing() throws IOException {
    var text = """
        {"apiVersion":"jaegertracing.io/v1","kind":"Jaeger","metadata":{"name":"a"},\
        "spec":{"query":{"options":null},"ui":{"options":null}}}""";
    assertThat(PLAIN.writeValueAsString(PLAIN.readValue(text, Jaeger.class))).isEqualTo(text);
  }

  @Test
  void anAbsentSpecIsAnEmptyOneAndAnAbsentStatusStaysAbsent() throws IOException {
    for (var text : List.of("{}", "{\"spec\":null}", "{\"spec\":{}}")) {
      var jaeger = PLAIN.readValue(text, Jaeger.class);
      assertThat(jaeger.getSpec()).isNotNull();
      assertThat(PLAIN.readTree(PLAIN.writeValueAsString(jaeger)).has("status")).isFalse();
    }
  }

  @Test
  void aChangedFieldLeavesTheRestAlone() throws IOException {
    var jaeger = PLAIN.readValue(everyField(), Jaeger.class);
    jaeger.getSpec().query.replicas = 5;
    assertThat(PLAIN.writeValueAsString(jaeger)).contains("\"replicas\":5");
    jaeger.getSpec().query.replicas = 2;
    assertSame(PLAIN.writeValueAsString(jaeger));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'items':[{'spec':{'allInOne':{'options':'text'}}}]}         | items.0.spec.allInOne.options must be a map of flags and their values, not text",
        "{'items':[{'spec':{'storage':{'options':['a']}}}]}           | items.0.spec.storage.options must be a map of flags and their values, not a list",
        "{'items':[{'spec':{'ingress':{'options':7}}}]}               | items.0.spec.ingress.options must be a map of flags and their values, not a number",
        "{'items':[{'spec':{'collector':{'config':true}}}]}           | items.0.spec.collector.config must be a map or a list, not a boolean",
        "{'items':[{},{'spec':{'ui':{'options':'x'}}}]}   | items.1.spec.ui.options must be a map or a list, not text",
      })
  void namesTheFieldOfAWrongType(String text, String message) {
    var json = text.replace('\'', '"');
    assertThatThrownBy(() -> PLAIN.readValue(json, Jaegers.class))
        .isInstanceOfSatisfying(
            JsonProcessingException.class,
            failure -> assertThat(failure.getOriginalMessage()).isEqualTo(message));
  }

  record Jaegers(List<Jaeger> items) {}

  private static String everyField() throws IOException {
    return Files.readString(
        Generated.of("src/test/resources/golden/api/every-field/in-jaeger.json").file());
  }

  private static void assertSame(String written) throws IOException {
    assertThat(LITERAL.readTree(written)).isEqualTo(LITERAL.readTree(everyField()));
  }

  private static Stream<String> unset(String path, Class<?> type, Object value) {
    return JaegerSchema.fields(type).flatMap(field -> {
      var place = path + "." + field.getName();
      try {
        var content = field.get(value);
        return content == null || content.equals(List.of()) || content.equals(Map.of())
            ? Stream.of(place)
            : unsetInside(place, content);
      } catch (IllegalAccessException failure) {
        throw new AssertionError(failure);
      }
    });
  }

  private static Stream<String> unsetInside(String place, Object content) {
    if (content instanceof List<?> list) {
      return unsetInside(place, list.get(0));
    }
    return content instanceof Extensible
        ? unset(place, content.getClass(), content)
        : Stream.empty();
  }
}
