package io.jaegertracing.operator.core;

import java.util.regex.Pattern;

/** Amounts of memory, CPU and the like: a number with an optional suffix such as 500m or 16Gi. */
public final class Quantities {
  private static final Pattern TEXT =
      Pattern.compile("[+-]?(\\d++\\.?+\\d*+|\\.\\d++)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d++)?");

  private Quantities() {}

  public static boolean isValid(String text) {
    return TEXT.matcher(text).matches();
  }
}
