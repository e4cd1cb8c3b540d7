package io.jaegertracing.operator.core;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OneLineTest {
  @Test
  void joinsLinesAndDropsWhatSteersATerminal() {
    assertThat(OneLine.of("a\r\n  b\u001b[31mc\u2028d")).isEqualTo("a b [31mc d");
    assertThat(OneLine.of("as it  is")).isEqualTo("as it  is");
  }
}
