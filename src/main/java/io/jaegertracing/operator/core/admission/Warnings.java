package io.jaegertracing.operator.core.admission;

import io.jaegertracing.operator.core.OneLine;
import java.util.ArrayList;
import java.util.List;

/** Warnings as they reach a user: an API server cuts one after 256 characters and drops what is beyond 4096 in all. */
final class Warnings {
  private static final int LONGEST = 256;
  private static final int MOST = 4096 - LONGEST;

  private Warnings() {}

  static List<String> shown(List<String> warnings) {
    var shown = new ArrayList<String>();
    var length = 0;
    for (var warning : warnings) {
      var line = cut(OneLine.of(warning).strip());
      length += line.codePointCount(0, line.length());
      if (length > MOST) {
        shown.add((warnings.size() - shown.size()) + " more warnings are not shown");
        break;
      }
      shown.add(line);
    }
    return List.copyOf(shown);
  }

  private static String cut(String line) {
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
