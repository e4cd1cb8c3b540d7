package io.jaegertracing.operator.documents;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DocumentsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "yes, true",
        "off, false",
        "n, false",
        "~, null",
        "'null', `\"null\"`",
        "2021-01-02, `\"2021-01-02\"`",
        "12:30:45, `\"12:30:45\"`",
        "1e3, 1000",
        "2.50, 2.5",
        "1.0e+30, 1e+30",
        "1.5e-7, 1.5e-7",
        "0.000001, 0.000001",
        "0x1F, 31",
        "0644, 420",
        "0o17, 15",
        "0b101, 5",
        "1_000, 1000",
        "18446744073709551615, 18446744073709551615",
        "123456789012345678901234567890, 1.2345678901234568e+29",
        "-0.0, -0",
        "08, 8",
        "1e999999999, `\"1e999999999\"`",
        "!!str 12, `\"12\"`",
        "!!int '7', 7",
        "!!float 3, 3",
        "1.2.3, `\"1.2.3\"`",
      })
  void plainWordsMeanWhatTheyMeanToTheGoOperator(String word, String json) {
    assertThat(only("a: " + word).json()).isEqualTo("{\"a\":" + json + "}");
  }

  @Test
  void jsonKeepsTheSpellingOfItsNumbers() {
    assertThat(only("{\"a\": 1.50, \"b\": 1e3}").json()).contains("1.50").contains("1e3");
  }

  @Test
  void flowStyleYamlThatLooksLikeJsonIsReadAsYaml() {
    assertThat(only("{a: yes}").json()).isEqualTo("{\"a\":true}");
  }

  @Test
  void everyDocumentIsReadAndKnowsItsLine() {
    var documents = Documents.read("file.yaml", "# nothing\n---\na: 1\n---\n---\nb: 2\n");
    assertThat(documents).extracting(Document::place).containsExactly("file.yaml:3", "file.yaml:6");
  }

  @Test
  void anchorsAndMergeKeysAreExpanded() {
    assertThat(only("base: &b {k: 1, l: 2}\nuse: {<<: *b, l: 3}").json())
        .isEqualTo("{\"base\":{\"k\":1,\"l\":2},\"use\":{\"k\":1,\"l\":3}}");
  }

  @Test
  void ofARepeatedKeyTheLastValueCounts() {
    assertThat(only("a: 1\na: 2").json()).isEqualTo("{\"a\":2}");
  }

  @Test
  void brokenYamlNamesFileLineAndColumn() {
    assertThatThrownBy(() -> Documents.read("bad.yaml", "a: 1\nb: [1, 2\nc: 3\n"))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("bad.yaml:3:2: no valid YAML or JSON: ");
  }

  @Test
  void infinityIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> Documents.read("bad.yaml", "a:\n  b: .inf"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(
            "bad.yaml:2:6: no valid YAML or JSON: .inf has no counterpart in JSON");
  }

  @Test
  void aFileThatGrowsWithoutEndIsRefused() {
    var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (var level = 1; level < 12; level++) {
      bomb.append("a%d: &a%d [%s]\n"
          .formatted(level, level, "*a%d, ".formatted(level - 1).repeat(9)));
    }
    assertThatThrownBy(() -> Documents.read("bomb.yaml", bomb.toString()))
        .isInstanceOf(Failure.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &a [*a]",
        "spec: &s {allInOne: {options: *s}}",
        "a: &a {<<: *a}",
        "a: &a {<<: [*a]}",
        "a: {<<: &l [*l]}",
      })
  void anAnchorThatHoldsItsOwnAliasIsRefusedWithItsPlace(String text) {
    assertThatThrownBy(() -> Documents.read("loop.yaml", text))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("loop.yaml:1:")
        .hasMessageContaining(": no valid YAML or JSON: its aliases expand to more than 500 levels")
        .extracting(failure -> ((Failure) failure).exit())
        .isEqualTo(Exit.FAILED);
  }

  @Test
  void listsMayBeLongerThanTheyMayBeDeep() {
    var items = "{a: 1, <<: {k: 1}}, ".repeat(600);
    assertThat(only("list: [" + items + "]").tree().path("list")).hasSize(600);
  }

  private static Document only(String text) {
    var documents = Documents.read("test", text);
    assertThat(documents).hasSize(1);
    return List.copyOf(documents).get(0);
  }
}
