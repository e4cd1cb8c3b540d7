package io.jaegertracing.operator.core.inject.limits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A Pod as quotas and LimitRanges see it. */
record PodAmounts(JsonNode pod, List<Part> containers, List<Part> initContainers) {
  private static final Set<String> OF_WHOLE_PODS = Set.of("cpu", "memory");

  /** A container; {@code keepsRunning} of an init container that runs beside those that follow. */
  record Part(String name, boolean keepsRunning, Amounts amounts) {}

  PodAmounts {
    containers = List.copyOf(containers);
    initContainers = List.copyOf(initContainers);
  }

  /** Without the container that has the sidecar's name. */
  static PodAmounts without(String sidecar, JsonNode pod, Limits limits) {
    return new PodAmounts(
        pod,
        parts(sidecar, pod.path("containers"), limits),
        parts(sidecar, pod.path("initContainers"), limits));
  }

  PodAmounts with(Part sidecar) {
    var list = new ArrayList<>(sidecar.keepsRunning() ? initContainers : containers);
    list.add(0, sidecar);
    return sidecar.keepsRunning()
        ? new PodAmounts(pod, containers, list)
        : new PodAmounts(pod, list, initContainers);
  }

  Stream<Part> parts() {
    return Stream.concat(containers.stream(), initContainers.stream());
  }

  /** What the Pod says of itself as a whole hides what its containers say. */
  Amounts total() {
    return ofContainers().under(ofWholePod());
  }

  /** All that runs at once, or what an init container needs if that is more. */
  Amounts ofContainers() {
    var running = sum(containers.stream());
    var started = Amounts.NONE;
    var largest = Amounts.NONE;
    for (var part : initContainers) {
      var beside = started.plus(part.amounts());
      largest = largest.larger(beside);
      if (part.keepsRunning()) {
        started = beside;
      }
    }
    return running.plus(started).larger(largest);
  }

  /** With what the runtime of the Pod needs besides, which quotas count. */
  Amounts charged() {
    var total = total();
    var overhead = Amount.all(pod.path("overhead"));
    var limited = new TreeMap<>(overhead);
    limited.keySet().retainAll(total.limits().keySet());
    return total.plus(new Amounts(overhead, limited));
  }

  boolean isBestEffort() {
    return Stream.concat(parts().map(Part::amounts), Stream.of(ofWholePod()))
        .map(PodAmounts::ofWholePods)
        .allMatch(Amounts::isNothing);
  }

  boolean isTerminating() {
    return pod.path("activeDeadlineSeconds").isNumber();
  }

  String priorityClass() {
    return pod.path("priorityClassName").asText();
  }

  boolean looksIntoOtherNamespaces() {
    return Stream.of("podAffinity", "podAntiAffinity")
        .map(kind -> pod.path("affinity").path(kind))
        .flatMap(affinity -> Stream.concat(
            stream(affinity.path("requiredDuringSchedulingIgnoredDuringExecution")),
            stream(affinity.path("preferredDuringSchedulingIgnoredDuringExecution"))
                .map(weighted -> weighted.path("podAffinityTerm"))))
        .anyMatch(term ->
            !term.path("namespaces").isEmpty() || term.path("namespaceSelector").isObject());
  }

  private static Amounts sum(Stream<Part> parts) {
    return parts.map(Part::amounts).reduce(Amounts.NONE, Amounts::plus);
  }

  /** Other resources have no say for a Pod as a whole. */
  private static Amounts ofWholePods(Amounts amounts) {
    var requests = new TreeMap<>(amounts.requests());
    requests.keySet().retainAll(OF_WHOLE_PODS);
    var limits = new TreeMap<>(amounts.limits());
    limits.keySet().retainAll(OF_WHOLE_PODS);
    return new Amounts(requests, limits);
  }

  Amounts ofWholePod() {
    var resources = pod.path("resources");
    return ofWholePods(
        new Amounts(Amount.all(resources.path("requests")), Amount.all(resources.path("limits"))));
  }

  private static List<Part> parts(String sidecar, JsonNode containers, Limits limits) {
    return stream(containers)
        .filter(container -> !container.path("name").asText().equals(sidecar))
        .map(container -> new Part(
            container.path("name").asText(),
            container.path("restartPolicy").asText().equals("Always"),
            limits.completed(Amounts.of(container.path("resources")))))
        .toList();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
