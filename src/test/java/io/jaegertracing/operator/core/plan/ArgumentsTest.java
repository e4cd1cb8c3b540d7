package io.jaegertracing.operator.core.plan;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArgumentsTest {
  private static final String ADMIN = "--admin.http.host-port=";

  @ParameterizedTest
  @CsvSource({
    ":1234, 1234",
    "127.0.0.1:1234, 1234",
    "localhost:1234, 1234",
    "[::]:1234, 1234",
    "[::1]:1234, 1234",
    "[fe80::1%eth0]:1234, 1234",
    "1234, 1234",
    ":+5, 5",
    ":0, 0",
  })
  void aPortIsReadBehindAnyHost(String address, int port) {
    assertThat(Arguments.adminPort(List.of(ADMIN + address), 1)).isEqualTo(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ":", "localhost", "[::1]", "::1234", "1:2:3", ": 5", ":http", ":99999999999"})
  void whatNamesNoPortLeavesTheDefault(String address) {
    assertThat(Arguments.adminPort(List.of(ADMIN + address), 1)).isEqualTo(1);
  }

  @Test
  void theOlderFlagForHealthCountsUnlessTheCurrentOneIsThere() {
    var older = "--admin-http-port=:1111";
    assertThat(Arguments.adminPort(List.of(older), 1)).isEqualTo(1111);
    assertThat(Arguments.adminPort(List.of(older, ADMIN + "[::]:2222"), 1)).isEqualTo(2222);
  }
}
