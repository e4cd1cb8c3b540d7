package io.jaegertracing.operator.http;

import java.io.ByteArrayOutputStream;

/** The first bytes of a client that knows nothing newer than TLS 1.1; the JDK can no longer be made to send them. */
final class ClientHello {
  private static final byte[] TLS_11 = {3, 2};

  private ClientHello() {}

  static byte[] tls11() {
    var body = new ByteArrayOutputStream();
    body.writeBytes(TLS_11);
    body.writeBytes(new byte[32]); // random
    body.write(0); // no session
    body.writeBytes(
        new byte[] {0, 4, (byte) 0xc0, 0x09, (byte) 0xc0, 0x0a}); // two ECDHE-ECDSA suites
    body.writeBytes(new byte[] {1, 0}); // no compression
    var handshake = new ByteArrayOutputStream();
    handshake.writeBytes(new byte[] {1, 0, 0, (byte) body.size()});
    handshake.writeBytes(body.toByteArray());
    var packet = new ByteArrayOutputStream();
    packet.write(22);
    packet.writeBytes(TLS_11);
    packet.writeBytes(new byte[] {0, (byte) handshake.size()});
    packet.writeBytes(handshake.toByteArray());
    return packet.toByteArray();
  }
}
