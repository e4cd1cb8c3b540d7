package io.jaegertracing.operator.kube.missed;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.injection.Inspection;
import io.jaegertracing.operator.core.admission.injection.Screening;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.core.inject.verification.Lineage;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.lookup.Inquiry;
import io.jaegertracing.operator.kube.retouch.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One look at all Pods of a namespace, or of all of them: at most at their metadata, and whole only at those that may lack their sidecar. */
record Pass(Workloads workloads, Screening screening, Inspection inspection, Inquiry inquiry) {
  private static final Logger LOG = LoggerFactory.getLogger(Pass.class);
  static final int FORBIDDEN = 403;

  /** Those that ended send no spans any more. */
  private static final String UNFINISHED =
      "&fieldSelector=status.phase%21%3DSucceeded%2Cstatus.phase%21%3DFailed";

  /** What was found, and Pods of which nothing could be found out. */
  record Result(List<Missed> missed, List<PodName> unverified) {}

  Result of(String namespace, Complaints complaints) {
    var lineage = new Lineage();
    for (var kind : screening.owners()) {
      add(kind, namespace, lineage, complaints);
    }
    var suspects = new ArrayList<PodName>();
    workloads.eachMetadata(screening.pods(), namespace, UNFINISHED, pod -> {
      if (isSuspect(pod, lineage)) {
        suspects.add(PodName.of(pod));
      }
    });
    return inspected(suspects);
  }

  /** One after the other, which is slow enough for every API server. */
  private Result inspected(List<PodName> suspects) {
    var missed = new ArrayList<Missed>();
    var unverified = new ArrayList<PodName>();
    for (var suspect : suspects) {
      var step = inspected(suspect);
      if (step.isEmpty()) {
        unverified.add(suspect);
      } else if (step.get() instanceof Inspection.Step.Missed found) {
        missed.add(new Missed(suspect, found));
      }
    }
    return new Result(missed, unverified);
  }

  /** Of the Pod as it is now; empty when what it takes cannot be known. */
  Optional<Inspection.Step> inspected(PodName suspect) {
    try {
      var pod = workloads.api().get(suspect.path());
      return PodName.of(pod).equals(suspect)
          ? inquiry.certain(facts -> inspection.of(pod, facts), Pass::open)
          : Optional.of(new Inspection.Step.Pass());
    } catch (ApiFailure failure) {
      if (failure.isAbsence()) {
        return Optional.of(new Inspection.Step.Pass());
      }
      throw failure;
    } catch (RuntimeException defect) {
      LOG.atError().addKeyValue("pod", suspect).setCause(defect).log("the Pod was not verified");
      return Optional.empty();
    }
  }

  /** Whoever cannot be listed is asked for one by one. */
  private void add(WorkloadKind kind, String namespace, Lineage lineage, Complaints complaints) {
    try {
      workloads.eachMetadata(kind, namespace, "", object -> lineage.add(object.path("metadata")));
      lineage.completed(kind);
    } catch (ApiFailure failure) {
      if (failure.code() == FORBIDDEN) {
        complaints.say(kind.resource() + " cannot be listed, and are read one by one: "
            + failure.getMessage());
      } else if (!failure.isAbsence()) {
        throw failure;
      }
    }
  }

  /** Owners that nobody may read ask for nothing: otherwise every Pod of theirs would be read for nothing. */
  private boolean isSuspect(JsonNode pod, Lineage lineage) {
    return inquiry
        .likely(facts -> screening.of(pod, lineage, facts), Pass::open)
        .filter(Screening.Step.Pass.class::isInstance)
        .isEmpty();
  }

  private static Set<Lookup> open(Inspection.Step step) {
    return step instanceof Inspection.Step.Ask ask ? ask.lookups() : Set.of();
  }

  private static Set<Lookup> open(Screening.Step step) {
    return step instanceof Screening.Step.Ask ask ? ask.lookups() : Set.of();
  }
}
