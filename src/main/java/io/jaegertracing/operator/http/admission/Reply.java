package io.jaegertracing.operator.http.admission;

import com.fasterxml.jackson.databind.node.BinaryNode;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Reason;
import java.util.Locale;

/** What goes back to the client. */
sealed interface Reply {
  Reply TOO_LARGE = new Refusal(413, Outcome.TOO_LARGE);
  Reply MALFORMED = new Refusal(400, Outcome.MALFORMED);
  Reply OVERLOADED = new Refusal(503, Outcome.OVERLOADED);

  int status();

  /** Without a verdict. */
  record Refusal(int status, Outcome outcome) implements Reply {}

  /** The size is that of the patch, zero when there is none. */
  record Answer(Review review, Verdict verdict, String text, int patch) implements Reply {
    @Override
    public int status() {
      return 200;
    }
  }

  static Reply of(Review review, Verdict verdict) {
    var answer = verdict.answer(review);
    var patch =
        answer.at("/response/patch") instanceof BinaryNode bytes ? bytes.binaryValue().length : 0;
    return new Answer(review, verdict, answer.toString(), patch);
  }

  /** How the review of an object ended. */
  enum Outcome {
    ALLOWED,
    REFUSED,
    /** What was sent is no review. */
    MALFORMED,
    /** What was sent is too much for one review. */
    TOO_LARGE,
    /** There was no room or no time. */
    OVERLOADED,
    /** The judge broke. */
    FAILED;

    static Outcome of(Verdict verdict) {
      if (is(verdict, Reason.INTERNAL_ERROR)) {
        return FAILED;
      }
      if (is(verdict, Reason.OVERLOADED)) {
        return OVERLOADED;
      }
      return verdict.isAllowed() ? ALLOWED : REFUSED;
    }

    private static boolean is(Verdict verdict, Reason reason) {
      return verdict.finding().map(Finding::reason).filter(reason::equals).isPresent();
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
