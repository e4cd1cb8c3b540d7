package io.jaegertracing.operator.core.inject.limits;

import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the amounts that a Pod states as a whole have against a sidecar, as the API server would have it against the workload or its Pods. */
record WholeBreaches(Addition addition) {
  Optional<String> first() {
    var whole = addition.before().ofWholePod();
    var resources = new TreeSet<>(whole.limits().keySet());
    resources.addAll(whole.requests().keySet());
    return resources.stream()
        .flatMap(resource -> Stream.of(limit(resource), request(resource)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Limits are compared one by one, and those of init containers not at all. */
  private Optional<String> limit(String resource) {
    var bound = addition.before().ofWholePod().limits().get(resource);
    var own = addition.added().limits().get(resource);
    return bound != null && !addition.sidecar().asNative() && isMore(own, bound)
        ? Optional.of(sentence(resource + " limit", bound, "the sidecar has " + text(own))
            + addition.sidecar().remedy("a smaller", resource, "limit"))
        : Optional.empty();
  }

  /** Of a Pod that only has a limit this is what may be requested. */
  private Optional<String> request(String resource) {
    var whole = addition.before().ofWholePod();
    var bound = whole.requests().getOrDefault(resource, whole.limits().get(resource));
    var before = addition.before().ofContainers().requests().get(resource);
    var after = addition.after().ofContainers().requests().get(resource);
    return bound != null && isMore(after, bound) && !isMore(before, bound)
        ? Optional.of(sentence(
                resource + (whole.requests().containsKey(resource) ? " request" : " limit"),
                bound,
                "its containers request " + text(after) + " with the sidecar")
            + addition.sidecar().remedy("a smaller", resource, "request"))
        : Optional.empty();
  }

  private static String sentence(String field, Amount bound, String other) {
    return "the Pod as a whole has a " + field + " of " + bound.text() + ", " + other;
  }

  private static boolean isMore(@Nullable Amount amount, Amount bound) {
    return amount != null && amount.isMoreThan(bound);
  }

  private static String text(@Nullable Amount amount) {
    return amount == null ? "none" : amount.text();
  }
}
