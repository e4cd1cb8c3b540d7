package io.jaegertracing.operator.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that was probably meant by a mistyped one. */
public final class Nearest {
  private Nearest() {}

  /** Empty when nothing known is close: a wild guess helps nobody. */
  public static Optional<String> to(String typed, Collection<String> known) {
    return within(Math.max(1, typed.length() / 3), typed, known);
  }

  /** Empty when nothing known is this many steps away at most. */
  public static Optional<String> within(int most, String typed, Collection<String> known) {
    return known.stream()
        .filter(name -> Math.abs(name.length() - typed.length()) <= most)
        .filter(name -> distance(typed, name) <= most)
        .min(Comparator.<String>comparingInt(name -> distance(typed, name))
            .thenComparing(Comparator.naturalOrder()));
  }

  /** Insertions, removals, replacements and swaps of neighbours that lead from one to the other; case is free. */
  static int distance(String one, String other) {
    var a = one.toLowerCase(Locale.ROOT);
    var b = other.toLowerCase(Locale.ROOT);
    var steps = new int[a.length() + 1][b.length() + 1];
    for (var i = 0; i <= a.length(); i++) {
      for (var j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, steps);
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int i, int j, int[][] steps) {
    var replaced = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    var least = Math.min(replaced, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
    var swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
  }
}
