package io.jaegertracing.operator.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

class YamlTextTest {
  private static final List<String> NASTY = List.of(
      "",
      " ",
      "yes",
      "No",
      "y",
      "on",
      "true",
      "null",
      "~",
      "0o17",
      "017",
      "0x1F",
      "0b1",
      "1e3",
      "1.50",
      "1_000",
      "12:30",
      "12:30:45",
      "2021-01-02",
      ".inf",
      ".5",
      "+1",
      "-",
      "- a",
      "=",
      "<<",
      "  leading",
      "trailing  ",
      "a: b",
      "a:",
      "a #b",
      "#a",
      "'quoted'",
      "\"quoted\"",
      "{a}",
      "[a]",
      "*a",
      "&a",
      "!a",
      "|",
      ">",
      "%a",
      "@a",
      "`a",
      "?",
      "? a",
      "---",
      "...",
      "a\nb",
      "a\nb\n",
      "a\n\n\nb\n\n",
      "\na",
      "  a\n b\n",
      "a\n  \nb",
      "\n",
      "a\r\nb",
      "a\tb",
      "\ta",
      "\u00fc\ud83e\udd84",
      "\u0007",
      "\u0085\u2028",
      "a\n\u0085b",
      "a\n\u2029b",
      "\ufeffa",
      "back\\slash",
      "{\"a\": [1, \"b\"]}");

  static Stream<String> nasty() {
    return NASTY.stream();
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void anyTextIsReadBackAsItWas(String text) throws Exception {
    var object = Map.of("value", text, "list", List.of(text));
    var yaml = YamlText.of(object);
    var documents = Documents.read("test", yaml);
    assertThat(documents).as(yaml).hasSize(1);
    assertThat(documents.get(0).tree())
        .as(yaml)
        .isEqualTo(new ObjectMapper().valueToTree(new TreeMap<>(object)));
    assertThat(new Yaml().<Object>load(yaml)).as("by another reader: %s", yaml).isEqualTo(object);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "~", "a: b", " a", "-", "x/y.z", "\u00fc", "", "a\nb", "<<"})
  void anyKeyIsReadBackAsItWas(String key) {
    var yaml = YamlText.of(Map.of(key, 1));
    assertThat(Documents.read("test", yaml).get(0).tree().fieldNames())
        .toIterable()
        .as(yaml)
        .containsExactly(key);
  }

  @Test
  void fieldsAreSortedAndNumbersKeepTheirKind() {
    assertThat(YamlText.of(Map.of("b", 1, "a", Map.of("d", true, "c", 2.5), "e", "1")))
        .isEqualTo("---\na:\n  c: 2.5\n  d: true\nb: 1\ne: \"1\"\n");
  }
}
