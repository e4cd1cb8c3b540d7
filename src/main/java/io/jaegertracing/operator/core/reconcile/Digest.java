package io.jaegertracing.operator.core.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.SortedJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that differs when the content does. */
public final class Digest {
  private static final int LENGTH = 16;

  private Digest() {}

  public static String of(JsonNode tree) {
    try {
      var bytes = MessageDigest.getInstance("SHA-256")
          .digest(SortedJson.text(tree).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
