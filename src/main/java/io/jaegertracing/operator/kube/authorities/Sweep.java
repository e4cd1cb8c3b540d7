package io.jaegertracing.operator.kube.authorities;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.Policy;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.core.operand.agent.Authorities;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.authorities.Tally.Result;
import io.jaegertracing.operator.kube.retouch.Workloads;
import io.jaegertracing.operator.kube.work.WorkQueue.Outcome;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away ConfigMaps whose Jaeger is gone, unless a workload still mounts them. Whatever cannot be read keeps them. */
record Sweep(
    ConfigMaps configMaps,
    Workloads workloads,
    Policy policy,
    Supplier<Snapshot> snapshot,
    Tally tally) {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  Outcome of(String namespace) {
    if (!snapshot.get().isComplete()) {
      return Outcome.AGAIN;
    }
    try {
      var outcome = Outcome.DONE;
      for (var metadata : configMaps.ours(namespace)) {
        if (isOrphan(metadata) && !removed(metadata)) {
          outcome = Outcome.AGAIN;
        }
      }
      return outcome;
    } catch (ApiFailure failure) {
      return failed(namespace, failure);
    }
  }

  void givenUp(String namespace) {
    tally.count(Result.GIVEN_UP);
    LOG.atInfo().log(
        "ConfigMaps of sidecars{} stay although their Jaeger is gone; the next Jaeger that goes, or the next leader, looks again",
        namespace.isEmpty() ? "" : " in " + namespace);
  }

  /** Jaegers of namespaces that are not watched are unknown, not gone. */
  private boolean isOrphan(JsonNode metadata) {
    var known = snapshot.get();
    return known.isComplete()
        && new Authorities(known.instances())
            .goneLender(Meta.of(metadata))
            .map(lender -> lender.substring(0, Math.max(0, lender.indexOf('/'))))
            .filter(place -> policy.watches(place, known.namespace(place).orElse(Meta.NONE)))
            .isPresent();
  }

  /** What is gone may have come back while workloads were read. */
  private boolean removed(JsonNode metadata) {
    var namespace = metadata.path("namespace").asText();
    var name = metadata.path("name").asText();
    if (isMounted(namespace, name)) {
      tally.count(Result.IN_USE);
      return false;
    }
    if (isOrphan(metadata)) {
      configMaps.delete(metadata);
      tally.count(Result.DELETED);
      LOG.atInfo()
          .addKeyValue("namespace", namespace)
          .addKeyValue("name", name)
          .log("ConfigMap removed, its Jaeger is gone");
    }
    return true;
  }

  private boolean isMounted(String namespace, String name) {
    return kinds().stream().anyMatch(kind -> isMounted(kind, namespace, name));
  }

  private boolean isMounted(WorkloadKind kind, String namespace, String name) {
    var found = new AtomicBoolean();
    try {
      workloads.each(kind, namespace, live -> {
        if (Authorities.isMounted(kind, live, name)) {
          found.set(true);
        }
      });
    } catch (ApiFailure failure) {
      if (!failure.isAbsence()) {
        throw failure;
      }
    }
    return found.get();
  }

  /** Pods that run have mounted what they need, and those that follow come from these. */
  private List<WorkloadKind> kinds() {
    return policy.kinds().rows().stream().filter(kind -> !kind.isPod()).toList();
  }

  /** One that was changed or deleted meanwhile is looked at again. */
  private Outcome failed(String namespace, ApiFailure failure) {
    if (failure.isAbsence() || failure.isWorthAnotherTry()) {
      tally.count(Result.RETRIED);
      return Outcome.AGAIN;
    }
    tally.count(Result.REFUSED);
    LOG.atWarn()
        .log(
            "ConfigMaps of sidecars{} stay although their Jaeger is gone: {}",
            namespace.isEmpty() ? "" : " in " + namespace,
            failure.getMessage());
    return Outcome.DONE;
  }
}
