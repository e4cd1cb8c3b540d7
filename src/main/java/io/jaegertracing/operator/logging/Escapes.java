package io.jaegertracing.operator.logging;

/** Text that stays on its line, whatever it contains. */
final class Escapes {
  private Escapes() {}

  /** A JSON string with its quotes. */
  static void json(StringBuilder out, String text) {
    out.append('"');
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else {
        printable(out, c);
      }
    }
    out.append('"');
  }

  static void plain(StringBuilder out, String text) {
    for (var i = 0; i < text.length(); i++) {
      printable(out, text.charAt(i));
    }
  }

  private static void printable(StringBuilder out, char c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (breaksOrHides(c)) {
          out.append("\\u").append(Character.forDigit(c >> 12, 16));
          out.append(Character.forDigit((c >> 8) & 15, 16));
          out.append(Character.forDigit((c >> 4) & 15, 16)).append(Character.forDigit(c & 15, 16));
        } else {
          out.append(c);
        }
      }
    }
  }

  /** Besides the control characters: the separators that some readers take for a line end, and what turns the direction of text. */
  private static boolean breaksOrHides(char c) {
    return c < 0x20
        || (c >= 0x7f && c <= 0x9f)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xfeff;
  }
}
