package io.jaegertracing.operator.documents;

import java.io.IOException;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class Utf8Test {
  @Test
  void textComesBackWhole() throws IOException {
    for (var text : new String[] {"", "a\nb", "\u00e9\u20ac\ud83d\ude00"}) {
      assertThat(Utf8.text(text.getBytes(UTF_8))).isEqualTo(text);
    }
  }

  @Test
  void bytesThatAreNoTextAreNamedByTheirLine() {
    assertThatThrownBy(() -> Utf8.text(new byte[] {'a', '\n', (byte) 0xe9, 'b'}))
        .hasMessage("line 2 holds bytes that are not UTF-8");
    assertThatThrownBy(() -> Utf8.text("kind".getBytes(UTF_16)))
        .hasMessage("line 1 holds bytes that are not UTF-8");
  }

  @Test
  void aCharacterThatIsCutOffIsNone() {
    assertThatThrownBy(() -> Utf8.text(new byte[] {'a', (byte) 0xc3}))
        .hasMessage("line 1 holds bytes that are not UTF-8");
  }
}
