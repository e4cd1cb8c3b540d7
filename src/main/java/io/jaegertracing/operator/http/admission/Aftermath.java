package io.jaegertracing.operator.http.admission;

import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.micrometer.core.instrument.Timer;

/** What is left of a review once it is answered: numbers, a line, and whoever wants to hear of it. */
record Aftermath(AdmissionMeter meter, FailureLog failures, Court.Observer observer) {

  void decided(String path, Reply.Answer answer) {
    meter.decided(answer.review(), answer.verdict());
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

  private void tell(String path, Review review, Verdict verdict) {
    try {
      observer.decided(review, verdict);
    } catch (RuntimeException broken) {
      failures.failed(path, broken);
    }
  }
}
