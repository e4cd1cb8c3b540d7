package io.jaegertracing.operator.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HostPortTest {
  @ParameterizedTest
  @CsvSource({
    ":8081,0.0.0.0,8081",
    "127.0.0.1:0,127.0.0.1,0",
    "[::1]:8080,::1,8080",
    "localhost:80,localhost,80",
    "[::]:65535,::,65535"
  })
  void readsWhatGoProgramsAccept(String text, String host, int port) {
    assertThat(HostPort.parse(text)).isEqualTo(new HostPort(host, port));
  }

  @ParameterizedTest
  @CsvSource({
    "8081,has no port",
    "localhost,has no port",
    "localhost:,is not a number",
    "localhost:http,is not a number",
    ":65536,is not a number from 0 to 65535",
    ":-1,is not a number",
    ":99999999999,is not a number",
    "::1:80,in brackets",
    "http://localhost:80,in brackets",
    "a b:80,is no address",
  })
  void saysWhatIsWrong(String text, String problem) {
    assertThatThrownBy(() -> HostPort.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void printsWhatItReads() {
    assertThat(HostPort.parse("[::1]:8080")).hasToString("[::1]:8080");
    assertThat(HostPort.parse(":8080")).hasToString("0.0.0.0:8080");
  }
}
