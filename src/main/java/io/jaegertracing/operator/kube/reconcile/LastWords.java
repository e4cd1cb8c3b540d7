package io.jaegertracing.operator.kube.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.core.reconcile.existing.Family;
import io.jaegertracing.operator.core.reconcile.existing.Health;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.core.reconcile.existing.PodWords;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.RawApi;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the Pods of Jobs that have not done their work for the reason. Pods that failed for good may be deleted with their last attempt, so that it is remembered. */
final class LastWords {
  private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);
  private static final int MOST = 1000;

  private final RawApi api;
  private final Map<String, String> said = new ConcurrentHashMap<>();

  LastWords(RawApi api) {
    this.api = api;
  }

  Family of(Family family) {
    var told = family;
    for (var child : family.own()) {
      if (child.place().kind() == OwnedKind.JOB) {
        told = words(child).map(child::saying).map(told::with).orElse(told);
      }
    }
    return told;
  }

  private Optional<String> words(Child job) {
    if (Health.of(job).isReady()) {
      said.remove(job.uid());
      return Optional.empty();
    }
    if (said.size() > MOST) {
      said.clear();
    }
    PodWords.of(pods(job)).ifPresent(words -> said.put(job.uid(), words));
    return Optional.ofNullable(said.get(job.uid()));
  }

  /** A status that says less is better than none. */
  private JsonNode pods(Child job) {
    try {
      return api.get("/api/v1/namespaces/" + job.place().namespace()
              + "/pods?limit=20&labelSelector=batch.kubernetes.io%2Fcontroller-uid%3D" + job.uid())
          .path("items");
    } catch (ApiFailure failure) {
      LOG.atDebug().log("the Pods of {} are unknown: {}", job.place(), failure.getMessage());
      return job.state().path("none");
    }
  }
}
