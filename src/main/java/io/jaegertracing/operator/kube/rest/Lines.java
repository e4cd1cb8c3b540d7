package io.jaegertracing.operator.kube.rest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Cuts a stream of bytes into lines; a line may arrive in many pieces, and a piece may hold many lines. */
final class Lines {
  private final Consumer<byte[]> each;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

  Lines(Consumer<byte[]> each) {
    this.each = each;
  }

  void add(ByteBuffer piece) {
    while (piece.hasRemaining()) {
      var octet = piece.get();
      if (octet == '\n') {
        end();
      } else {
        begun.write(octet);
      }
    }
  }

  private void end() {
    var line = begun.toByteArray();
    begun.reset();
    if (line.length > 0) {
      each.accept(line);
    }
  }
}
