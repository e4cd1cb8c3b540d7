package io.jaegertracing.operator.core;

import java.util.regex.Pattern;

/** Text of others inside a line of ours: it can neither end the line nor steer a terminal. */
public final class OneLine {
  private static final Pattern CONTROLS =
      Pattern.compile("\\s*[\\p{Cntrl}\u0085\u2028\u2029]+\\s*");

  private OneLine() {}

  public static String of(String text) {
    return CONTROLS.matcher(text).replaceAll(" ");
  }
}
