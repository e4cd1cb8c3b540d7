package io.jaegertracing.operator.core.plan;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/** Names of objects: cut and cleaned exactly as the Go operator did, since existing objects carry them. */
public final class Names {
  /** The longest name of a Service, and the longest value of a label. */
  public static final int LABEL = 63;

  /** A CronJob's name leaves room for what its Jobs append. */
  public static final int CRON_JOB = 52;

  /** The longest name of any object. */
  public static final int OBJECT = 253;

  private Names() {}

  /** Instance name and suffix in at most {@code most} characters; the instance gives way, then both ends are trimmed. */
  public static String of(String instance, String suffix, int most) {
    var excess = instance.length() + suffix.length() - most;
    if (excess <= 0) {
      return trimmed(instance + suffix);
    }
    if (excess <= instance.length()) {
      return trimmed(instance.substring(0, instance.length() - excess) + suffix);
    }
    return suffix.substring(0, most);
  }

  /** The same for a name that keeps its dots: one at the cut would end a part of the name. */
  public static String dotted(String instance, String suffix, int most) {
    return of(instance, suffix, most).replace(".-", "--");
  }

  /** The same, as a DNS label. */
  public static String dns(String instance, String suffix) {
    return dns(of(instance, suffix, LABEL));
  }

  /** Lower case; what DNS does not allow becomes {@code a} at the ends and {@code -} elsewhere. */
  public static String dns(String name) {
    var runes = name.toLowerCase(Locale.ROOT).codePoints().toArray();
    var clean = new StringBuilder();
    var bytes = 0;
    for (var rune : runes) {
      if (isPlain(rune)) {
        clean.appendCodePoint(rune);
      } else {
        // The Go operator compares an index of bytes with a count of characters; names that exist
        // depend on it.
        clean.append(bytes == 0 || bytes == runes.length - 1 ? 'a' : '-');
      }
      bytes += utf8Length(rune);
    }
    return clean.toString();
  }

  /** A label value: at most 63 characters, with a letter or digit at both ends. */
  public static String label(String value) {
    return trimmed(value.length() > LABEL ? value.substring(0, LABEL) : value);
  }

  /** The same for texts that must stay different from each other. */
  public static String distinctLabel(String value) {
    if (value.length() <= LABEL) {
      return value;
    }
    var sum = new CRC32();
    sum.update(value.getBytes(StandardCharsets.UTF_8));
    var suffix = String.format(Locale.ROOT, "-%08x", sum.getValue());
    return label(value.substring(0, LABEL - suffix.length())) + suffix;
  }

  private static boolean isPlain(int rune) {
    return (rune >= 'a' && rune <= 'z') || (rune >= '0' && rune <= '9');
  }

  private static int utf8Length(int rune) {
    if (rune < 0x80) {
      return 1;
    }
    if (rune < 0x800) {
      return 2;
    }
    return rune < 0x10000 ? 3 : 4;
  }

  private static String trimmed(String text) {
    var from = 0;
    var to = text.length();
    while (from < to && !isAlphanumeric(text.charAt(from))) {
      from++;
    }
    while (to > from && !isAlphanumeric(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isAlphanumeric(char c) {
    return isPlain(Character.toLowerCase(c)) && c < 0x80;
  }
}
