package io.jaegertracing.operator.http.admission;

import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.http.tracing.Course;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/** What is left of a review once it is answered: numbers, a line, and whoever wants to hear of it. */
record Aftermath(
    AdmissionMeter meter, FailureLog failures, Court.Observer observer, Course.Follower traces) {

  void decided(String path, Reply.Answer answer) {
    meter.decided(path, answer.review(), answer.verdict());
    if (answer.patch() > 0) {
      meter.patch(path, answer.patch());
    }
    DecisionLog.decided(path, answer.review(), answer.verdict());
    if (!answer.review().dryRun()) {
      tell(path, answer.review(), answer.verdict());
    }
  }

  void ended(String path, Timer.Sample sample, Reply.Outcome outcome) {
    meter.stop(sample, path, outcome);
  }

  void followed(String path, Supplier<Course> course) {
    try {
      traces.followed(course);
    } catch (RuntimeException broken) {
      failures.failed(path, broken);
    }
  }

  private void tell(String path, Review review, Verdict verdict) {
    try {
      observer.decided(review, verdict);
    } catch (RuntimeException broken) {
      failures.failed(path, broken);
    }
  }
}
