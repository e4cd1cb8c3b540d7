package io.jaegertracing.operator.core;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Amounts of memory, CPU and the like: a number with an optional suffix such as 500m or 16Gi. */
public final class Quantities {
  private static final Pattern TEXT =
      Pattern.compile("[+-]?(\\d++\\.?+\\d*+|\\.\\d++)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d++)?");

  private Quantities() {}

  public static boolean isValid(String text) {
    return TEXT.matcher(text).matches();
  }

  /** By amount: 500m is as much as 0.5. Texts that are no amounts are compared as texts. */
  public static int compare(String one, String other) {
    return isValid(one) && isValid(other)
        ? amount(one).compareTo(amount(other))
        : one.compareTo(other);
  }

  private static BigDecimal amount(String text) {
    return Quantity.parse(text).getNumericalAmount();
  }
}
