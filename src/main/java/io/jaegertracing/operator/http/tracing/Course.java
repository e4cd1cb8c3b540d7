package io.jaegertracing.operator.http.tracing;

import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One request as it went, from its whole body to its answer.
 *
 * @param review empty when what was sent is none
 * @param lookups in the order in which they were made
 */
public record Course(
    Asked asked, Optional<Review> review, Ended ended, Lapse lapse, List<Round> lookups) {

  /** Hears of each request once it is answered, on the event loop: returns at once. Nothing is put together for who does not ask for it. */
  public interface Follower {
    void followed(Supplier<Course> course);
  }

  /**
   * What came in.
   *
   * @param kind as kinds are told apart in metrics
   * @param body in bytes
   */
  public record Asked(String path, String kind, long body, Caller caller) {}

  /** Whose trace it belongs to, in the words of W3C's Trace Context; both are empty for nobody's. */
  public record Caller(String traceparent, String tracestate) {}

  /**
   * What went out.
   *
   * @param patch in bytes
   */
  public record Ended(
      String outcome,
      int status,
      Optional<Verdict> verdict,
      int patch,
      Optional<Throwable> defect) {}

  /** From one moment to another, in nanoseconds of a clock that only moves forward. */
  public record Lapse(long start, long end) {}

  /** What was asked for at once, and how much of it nobody answered. */
  public record Round(Lapse lapse, Set<Lookup> lookups, int unanswered) {}

  public Course {
    lookups = List.copyOf(lookups);
  }
}
