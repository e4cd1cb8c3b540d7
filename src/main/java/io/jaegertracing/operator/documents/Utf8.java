package io.jaegertracing.operator.documents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** The text of a file: bytes that are none are refused, and never replaced. */
public final class Utf8 {
  private Utf8() {}

  public static String text(byte[] bytes) throws IOException {
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    var result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    if (result.isError()) {
      var line = 1 + out.flip().chars().filter(character -> character == '\n').count();
      throw new IOException("line " + line + " holds bytes that are not UTF-8");
    }
    return out.flip().toString();
  }
}
