package io.jaegertracing.operator.core.inject.limits;

import io.jaegertracing.operator.core.inject.limits.PodAmounts.Part;
import java.util.Objects;
import java.util.Optional;

/** What one ResourceQuota has against a sidecar, even while nothing of it is used. */
record QuotaBreaches(Addition addition, Quota quota) {
  Optional<String> first() {
    return quota.counts(addition.after())
        ? quota.hard().keySet().stream()
            .flatMap(resource -> unstated(resource).or(() -> exceeded(resource)).stream())
            .findFirst()
        : Optional.empty();
  }

  /** A sidecar with resources may bring a Pod under a quota that asks the other containers, too. */
  private Optional<String> unstated(String resource) {
    if (!Quota.isToBeStated(resource) || missing(addition.before(), resource).isPresent()) {
      return Optional.empty();
    }
    return silent(addition.after(), resource).map(part -> {
      var isSidecar = part.name().equals(addition.sidecar().name());
      var remedy = isSidecar
          ? addition.sidecar().remedy("a", Quota.plain(resource), field(resource))
          : "; write it there, or no resources in spec.agent of "
              + addition.sidecar().jaeger();
      return "ResourceQuota " + quota.name() + " wants " + resource + " of every container, "
          + (isSidecar ? "the sidecar" : part.name() + " beside a sidecar with resources")
          + " has none" + remedy;
    });
  }

  private Optional<String> exceeded(String resource) {
    var needed = Quota.counted(resource, addition.after().charged())
        .filter(amount -> isTooMuch(resource, amount));
    var anyway = quota.counts(addition.before())
        && Quota.counted(resource, addition.before().charged())
            .filter(amount -> isTooMuch(resource, amount))
            .isPresent();
    return needed
        .filter(amount -> !anyway)
        .map(amount -> "ResourceQuota " + quota.name() + " holds " + resource + " of "
            + hard(resource).text() + ", one Pod with the sidecar needs " + amount.text()
            + addition.sidecar().remedy("a smaller", Quota.plain(resource), field(resource)));
  }

  private Optional<Part> missing(PodAmounts pod, String resource) {
    return quota.counts(pod) ? silent(pod, resource) : Optional.empty();
  }

  private static Optional<Part> silent(PodAmounts pod, String resource) {
    return pod.parts()
        .filter(part -> Quota.counted(resource, part.amounts()).isEmpty())
        .findFirst();
  }

  private boolean isTooMuch(String resource, Amount amount) {
    return amount.isMoreThan(hard(resource));
  }

  private Amount hard(String resource) {
    return Objects.requireNonNull(quota.hard().get(resource));
  }

  private static String field(String resource) {
    return Quota.isOfLimits(resource) ? "limit" : "request";
  }
}
