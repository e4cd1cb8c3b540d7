package io.jaegertracing.operator.kube.retouch;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.admission.injection.Reconsideration.Step;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.retouch.Tally.Result;
import io.jaegertracing.operator.kube.work.WorkQueue.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done about one workload: read it, decide on what it is now, write, and look at the answer. */
record Visit(Workloads workloads, Judgement judgement, Tally tally) {
  private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

  Outcome to(Target target) {
    try {
      var live = workloads.read(target);
      var step = judgement.step(target.kind(), live);
      return step.isEmpty() ? again() : taken(step.get(), target, live);
    } catch (ApiFailure failure) {
      return failed(target, failure);
    }
  }

  private Outcome taken(Step step, Target target, JsonNode live) {
    if (step instanceof Step.Strip strip) {
      var answer = workloads.strip(target, strip.operations());
      LOG.atInfo().addKeyValue("workload", target).log("sidecar removed, its Jaeger is gone");
      return checked(Result.STRIPPED, target, answer);
    }
    if (step instanceof Step.Touch) {
      var answer = workloads.touch(target, live);
      LOG.atInfo().addKeyValue("workload", target).log("admitted again");
      return checked(Result.TOUCHED, target, answer);
    }
    tally.count(Result.UNCHANGED);
    return Outcome.DONE;
  }

  /** Another replica of the webhook may have decided, with an older view. */
  private Outcome checked(Result result, Target target, JsonNode answer) {
    var settled = judgement
        .step(target.kind(), answer)
        .filter(Step.Leave.class::isInstance)
        .isPresent();
    tally.count(settled ? result : Result.OUTDATED);
    return settled ? Outcome.DONE : Outcome.AGAIN;
  }

  private Outcome failed(Target target, ApiFailure failure) {
    if (failure.isAbsence()) {
      tally.count(Result.GONE);
      return Outcome.DONE;
    }
    if (failure.isWorthAnotherTry()) {
      LOG.atDebug()
          .addKeyValue("workload", target)
          .log("to be tried again: {}", failure.getMessage());
      return again();
    }
    tally.count(Result.REFUSED);
    LOG.atWarn()
        .addKeyValue("workload", target)
        .log("its sidecar stays as it is: {}", failure.getMessage());
    return Outcome.DONE;
  }

  private Outcome again() {
    tally.count(Result.RETRIED);
    return Outcome.AGAIN;
  }

  void givenUp(Target target) {
    tally.count(Result.GIVEN_UP);
    LOG.atWarn()
        .addKeyValue("workload", target)
        .log("its sidecar could not be brought up to date; any change of the workload tries again");
  }
}
