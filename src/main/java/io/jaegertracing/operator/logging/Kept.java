package io.jaegertracing.operator.logging;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that is lent: a new configuration lets go of it without closing it. */
final class Kept extends FilterOutputStream {
  Kept(OutputStream lent) {
    super(lent);
  }

  /** In one piece: the inherited method would write byte by byte. */
  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
