package io.jaegertracing.operator.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LiteralTreeTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final ObjectMapper LITERAL =
      JsonMapper.builder().addModule(new LiteralModule()).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "7",
        "5000000000",
        "18446744073709551615",
        "-9223372036854775809",
        "1.5",
        "1.50",
        "-0.0",
        "1e3",
        "1E3",
        "1e+30",
        "1.0e-7",
        "123456789012345678901234",
        "0.1000000000000000055511151231257827",
        "1e400"
      })
  void aNumberKeepsItsText(String number) throws IOException {
    var options = PLAIN.readValue("{\"a\":{\"b\":[" + number + "]}}", Options.class);
    assertThat(options.tree().at("/a/b/0").asText()).isEqualTo(number);
    assertThat(PLAIN.writeValueAsString(options)).isEqualTo("{\"a\":{\"b\":[" + number + "]}}");
    assertThat(PLAIN.convertValue(options, Options.class)).isEqualTo(options);
    assertThat(LITERAL.treeToValue(
            LITERAL.readTree("{\"a\":{\"b\":[" + number + "]}}"), Options.class))
        .isEqualTo(options);
  }

  @ParameterizedTest
  @CsvSource({"1.50,1,1.5", "1e3,1000,1000", "-0,0,0"})
  void aKeptTextIsStillANumber(String text, int whole, double value) throws IOException {
    var number = LITERAL.readTree(text);
    assertThat(number.isNumber()).isTrue();
    assertThat(number.intValue()).isEqualTo(whole);
    assertThat(number.longValue()).isEqualTo(whole);
    assertThat(number.doubleValue()).isEqualTo(value);
    assertThat(LITERAL.treeToValue(number, double.class)).isEqualTo(value);
    assertThat(number.numberValue()).hasToString(text);
  }

  @Test
  void ordinaryNumbersAreOrdinaryNodes() throws IOException {
    assertThat(LITERAL.readTree("7").isIntegralNumber()).isTrue();
    assertThat(LITERAL.readTree("1.5").isFloatingPointNumber()).isTrue();
  }

  @Test
  void yamlSpellingsThatJsonLacksBecomeTheirValue() throws IOException {
    var options = new YAMLMapper().readValue("a: 0x1F\nb: 1_000\nc: 2.50\n", Options.class);
    assertThat(PLAIN.writeValueAsString(options)).isEqualTo("{\"a\":31,\"b\":1000,\"c\":2.50}");
  }

  @Test
  void whatIsReadCannotBeChanged() throws IOException {
    var options = PLAIN.readValue("{\"a\":1}", Options.class);
    ((ObjectNode) options.tree()).put("a", 2);
    assertThat(options.tree().at("/a").intValue()).isEqualTo(1);
  }

  @Test
  void aListIsAFreeFormDocumentButNoOptions() throws IOException {
    var list = PLAIN.readTree("[\"a\"]");
    assertThat(PLAIN.writeValueAsString(new FreeForm(list))).isEqualTo("[\"a\"]");
    assertThatThrownBy(() -> new Options(list)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FreeForm(PLAIN.convertValue("a", JsonNode.class)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
