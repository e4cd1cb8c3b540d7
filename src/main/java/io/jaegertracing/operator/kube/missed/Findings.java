package io.jaegertracing.operator.kube.missed;

import io.jaegertracing.operator.core.inject.Reason;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many Pods the last whole look at each namespace found. Read and written on any thread. */
final class Findings {
  static final Set<Reason> REASONS =
      EnumSet.of(Reason.MISSING_SIDECAR, Reason.ALTERED_SIDECAR, Reason.UNVERIFIED);

  private final Set<String> unseen;
  private final Map<String, Map<Reason, Integer>> byNamespace = new HashMap<>();

  /** Where nobody has looked yet; an empty name stands for all namespaces. */
  Findings(List<String> unseen) {
    this.unseen = new HashSet<>(unseen);
  }

  synchronized void replace(String namespace, Pass.Result result) {
    unseen.remove(namespace);
    if (namespace.isEmpty()) {
      byNamespace.clear();
    } else {
      byNamespace.remove(namespace);
    }
    result.missed().forEach(missed -> add(missed.pod(), missed.found().finding().reason()));
    result.unverified().forEach(pod -> add(pod, Reason.UNVERIFIED));
  }

  /** No number while something was never looked at. */
  synchronized double count(Reason reason) {
    return unseen.isEmpty()
        ? byNamespace.values().stream()
            .mapToInt(counts -> counts.getOrDefault(reason, 0))
            .sum()
        : Double.NaN;
  }

  private void add(PodName pod, Reason reason) {
    byNamespace
        .computeIfAbsent(pod.namespace(), any -> new EnumMap<>(Reason.class))
        .merge(reason, 1, Integer::sum);
  }
}
