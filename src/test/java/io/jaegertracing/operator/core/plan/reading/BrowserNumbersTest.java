package io.jaegertracing.operator.core.plan.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BrowserNumbersTest {
  @Test
  void areRoundedWhereTheyAreWhole() throws JsonProcessingException {
    var tree = new ObjectMapper()
        .readTree(
            "{\"a\":[9007199254740993,-3,0],\"b\":18446744073709551615,\"c\":0.25,\"d\":\"9007199254740993\"}");
    assertThat(BrowserNumbers.of(tree).toString())
        .isEqualTo(
            "{\"a\":[9007199254740992,-3,0],\"b\":18446744073709552000,\"c\":0.25,\"d\":\"9007199254740993\"}");
  }
}
