package io.jaegertracing.operator.kube.rest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LinesTest {
  private final ArrayList<String> seen = new ArrayList<>();
  private final Lines lines = new Lines(line -> seen.add(new String(line, StandardCharsets.UTF_8)));

  @Test
  void aLineMayComeInPiecesThatCutACharacter() {
    var bytes = "é\n".getBytes(StandardCharsets.UTF_8);
    lines.add(ByteBuffer.wrap(bytes, 0, 1));
    assertThat(seen).isEmpty();
    lines.add(ByteBuffer.wrap(bytes, 1, 2));
    assertThat(seen).containsExactly("é");
  }

  @Test
  void aPieceMayHoldManyLinesAndTheBeginningOfAnother() {
    lines.add(ByteBuffer.wrap("a\n\nb\nc".getBytes(StandardCharsets.UTF_8)));
    assertThat(seen).containsExactly("a", "b");
  }
}
