package io.jaegertracing.operator.kube.missed;

import io.jaegertracing.operator.core.admission.injection.Inspection.Step;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.VerificationMode;
import java.util.List;
import java.util.Optional;

/** Pods that lack something. */
final class Samples {
  private Samples() {}

  static Missed missed(String namespace, String uid, Reason reason) {
    return new Missed(
        new PodName(namespace, "pod-" + uid, uid),
        new Step.Missed(
            Finding.of(reason, ""), VerificationMode.AUDIT, List.of(), Optional.empty()));
  }
}
