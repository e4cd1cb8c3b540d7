package io.jaegertracing.operator.core.plan.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SortedJsonTest {
  @Test
  void putsKeysInOrderAndLeavesValuesAlone() throws JsonProcessingException {
    assertThat(SortedJson.text(tree("{\"b\":[{\"d\":9007199254740993,\"c\":0.25}],\"a\":null}")))
        .isEqualTo("{\"a\":null,\"b\":[{\"c\":0.25,\"d\":9007199254740993}]}");
  }

  @Test
  void roundsWholeNumbersAlone() throws JsonProcessingException {
    assertThat(SortedJson.rounded(
                tree(
                    "{\"a\":[9007199254740993,-3,0],\"b\":18446744073709551615,\"c\":0.25,\"d\":\"9007199254740993\"}"))
            .toString())
        .isEqualTo(
            "{\"a\":[9007199254740992,-3,0],\"b\":18446744073709552000,\"c\":0.25,\"d\":\"9007199254740993\"}");
  }

  private static JsonNode tree(String json) throws JsonProcessingException {
    return new ObjectMapper().readTree(json);
  }
}
