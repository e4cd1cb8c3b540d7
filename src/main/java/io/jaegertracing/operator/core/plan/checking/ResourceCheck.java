package io.jaegertracing.operator.core.plan.checking;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jaegertracing.operator.core.Quantities;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Amounts that each can be read, and that do not go together. */
record ResourceCheck(Findings findings) {
  private static final Set<String> KNOWN = Set.of("cpu", "memory", "ephemeral-storage");

  void check(JaegerPlan plan, Map<String, Common> parts) {
    parts.forEach((field, own) -> {
      var merged = Common.merge(own, plan.common()).resources();
      var said = isSaid(own) ? field : "spec";
      merged.getRequests().keySet().forEach(name -> name(said + ".resources.requests", name));
      merged.getLimits().keySet().forEach(name -> name(said + ".resources.limits", name));
      merged
          .getRequests()
          .forEach((name, request) -> pair(
              said + ".resources.requests." + name, request, merged.getLimits().get(name)));
    });
  }

  private static boolean isSaid(Common own) {
    return !own.resources().getRequests().isEmpty()
        || !own.resources().getLimits().isEmpty();
  }

  private void name(String field, String name) {
    if (!KNOWN.contains(name) && !name.startsWith("hugepages-") && !name.contains("/")) {
      findings.refuse(
          Rule.UNKNOWN_WORD,
          field,
          Words.quoted(name),
          "use cpu, memory, ephemeral-storage, or a resource with a domain, such as example.com/gpu");
    }
  }

  private void pair(String field, Quantity request, @Nullable Quantity limit) {
    var least = amount(request);
    var most = amount(limit);
    if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
      findings.refuse(
          Rule.OUT_OF_RANGE,
          field,
          Words.quoted(request.toString()),
          "the limit is " + limit + ": write at most that, or raise it");
    }
  }

  private static Optional<BigDecimal> amount(@Nullable Quantity quantity) {
    return Optional.ofNullable(quantity).map(Objects::toString).flatMap(Quantities::amount);
  }
}
