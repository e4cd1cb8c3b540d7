package io.jaegertracing.operator.settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressTest {
  @ParameterizedTest
  @CsvSource({":8081, 0.0.0.0:8081", "localhost:0, localhost:0", "[::1]:65535, [::1]:65535"})
  void readsWhatGoListensTo(String text, String shown) {
    assertThat(Address.parse(text)).get().hasToString(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8081", "a", "a:", "a:b", "a:65536", "::1:80", "a b:80", "[::1]", "a:99999999999"})
  void refusesEverythingElse(String text) {
    assertThat(Address.parse(text)).isEmpty();
  }

  @Test
  void keepsTheHostOfAnIpv6AddressWithoutBrackets() {
    assertThat(Address.parse("[::1]:1")).contains(new Address("::1", 1));
  }
}
