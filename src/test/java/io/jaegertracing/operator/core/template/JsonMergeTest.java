package io.jaegertracing.operator.core.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class JsonMergeTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: 1, b: {c: 2}}                | {b: {d: 3}, e: 4}               | {a: 1, b: {c: 2, d: 3}, e: 4}",
        "{a: 1, b: 2}                     | {a: null}                       | {b: 2}",
        "{a: {b: 1, c: 2}}                | {a: {b: null, d: {e: null}}}    | {a: {c: 2, d: {}}}",
        "{a: {b: 1}}                      | {a: 2}                          | {a: 2}",
        "{a: 2}                           | {a: {b: null, c: 1}}            | {a: {c: 1}}",
        "{a: [x, y]}                      | {a: [z]}                        | {a: [z]}",
        "{a: [x, y]}                      | {a: []}                         | {a: []}",
        "{a: [{name: x, b: 1}]}           | {a: []}                         | {a: [{name: x, b: 1}]}",
        "{a: [{name: x, b: 1}, {name: y}]} | {a: [{name: z}, {name: x, c: 2}]} | {a: [{name: x, b: 1, c: 2}, {name: y}, {name: z}]}",
        "{a: [{name: x, b: 1}]}           | {a: [{name: x, b: null}]}       | {a: [{name: x}]}",
        "{a: [{name: x}]}                 | {a: [{key: y}]}                 | {a: [{key: y}]}",
        "{a: [{key: x}]}                  | {a: [{name: y}]}                | {a: [{name: y}]}",
        "{}                               | {a: [{name: x}, null, {b: null}]} | {a: [{name: x}, {}]}",
        "{a: [{name: v, mountPath: /x}]}  | {a: [{name: v, mountPath: /y}]} | {a: [{name: v, mountPath: /x}, {name: v, mountPath: /y}]}",
        "{a: [{name: v, mountPath: /x}]}  | {a: [{name: w, mountPath: /x}]} | {a: [{name: w, mountPath: /x}]}",
      })
  void laysOneOverTheOther(String below, String above, String merged) {
    var lower = tree(below);
    var upper = tree(above);
    assertThat(JsonMerge.over(lower, upper)).isEqualTo(tree(merged));
    assertThat(lower).as("unchanged").isEqualTo(tree(below));
    assertThat(upper).as("unchanged").isEqualTo(tree(above));
  }

  private static JsonNode tree(String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }
}
