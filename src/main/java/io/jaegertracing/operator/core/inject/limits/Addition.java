package io.jaegertracing.operator.core.inject.limits;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.inject.limits.PodAmounts.Part;
import java.util.Optional;

/**
 * A Pod without and with a sidecar. Only what the sidecar brings about is of interest: a Pod that would be refused anyway is not made worse.
 *
 * @param stated what the sidecar says itself, before defaults
 */
public record Addition(
    PodAmounts before, PodAmounts after, Amounts stated, Sidecar sidecar, Limits limits) {

  /** What is added; {@code jaeger} is where its resources come from, besides annotations. */
  public record Sidecar(String name, boolean asNative, JsonNode resources, String jaeger) {
    /** What to write where, so that this amount, a request or a limit, becomes another. */
    String remedy(String change, String resource, String field) {
      var annotation = resource.equals("cpu") || resource.equals("memory")
          ? change + " sidecar.jaegertracing.io/" + resource + "-" + field
              + " on the workload, or in "
          : change + " " + resource + " " + field + " in ";
      return "; write " + annotation + "spec.agent.resources of " + jaeger;
    }
  }

  public static Addition to(JsonNode pod, Sidecar sidecar, Limits limits) {
    var stated = Amounts.of(sidecar.resources());
    var before = PodAmounts.without(sidecar.name(), pod, limits);
    var part = new Part(sidecar.name(), sidecar.asNative(), limits.completed(stated));
    return new Addition(before, before.with(part), stated, sidecar, limits);
  }

  /** A sentence about the first amount of the Pod as a whole that the sidecar does not fit into. */
  public Optional<String> brokenWhole() {
    return new WholeBreaches(this).first();
  }

  /** A sentence about the first LimitRange that would refuse the Pod for the sidecar. */
  public Optional<String> brokenRange() {
    return limits.ranges().values().stream()
        .flatMap(range -> new RangeBreaches(this, range).first().stream())
        .findFirst();
  }

  /** The same of ResourceQuotas. */
  public Optional<String> brokenQuota() {
    return limits.quotas().values().stream()
        .flatMap(quota -> new QuotaBreaches(this, quota).first().stream())
        .findFirst();
  }

  /** With its defaults. */
  Amounts added() {
    return limits.completed(stated);
  }
}
