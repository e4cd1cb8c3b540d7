package io.jaegertracing.operator.http.admission;

import io.jaegertracing.operator.core.admission.Verdict;
import java.util.Locale;

/** How the review of an object ended. */
enum Outcome {
  ALLOWED,
  REFUSED,
  /** What was sent is no review. */
  MALFORMED,
  /** The reviewer broke. */
  FAILED;

  static Outcome of(Verdict verdict) {
    return verdict.isAllowed() ? ALLOWED : REFUSED;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
