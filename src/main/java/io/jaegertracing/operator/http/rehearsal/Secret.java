package io.jaegertracing.operator.http.rehearsal;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** A header that this process alone knows: its own reviews are no traffic of a user, and leave no trace. */
public record Secret(String value) {
  static final String HEADER = "X-Jaeger-Operator-Rehearsal";
  private static final int BYTES = 16;

  /** The generator should be one that nobody can predict. */
  public static Secret drawn(RandomGenerator random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Secret(HexFormat.of().formatHex(bytes));
  }

  public boolean isIn(HttpServerRequest request) {
    var given = request.getHeader(HEADER);
    return given != null && MessageDigest.isEqual(utf8(given), utf8(value));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "secret";
  }
}
