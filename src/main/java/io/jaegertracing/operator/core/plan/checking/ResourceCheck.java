package io.jaegertracing.operator.core.plan.checking;

import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.problem.Findings;
import java.util.Map;

/** What the containers of each part get from the part and from the whole. */
record ResourceCheck(Findings findings) {
  void check(JaegerPlan plan, Map<String, Common> parts) {
    parts.forEach((field, own) -> check(field, own, plan.common()));
    if (plan.exposure().login().isPresent()) {
      check("spec.ingress", plan.exposure().own(), plan.common());
    }
  }

  private void check(String field, Common own, Common whole) {
    var merged = Common.merge(own, whole).resources();
    new Amounts((isSaid(own) ? field : "spec") + ".resources", findings)
        .check(merged.getRequests(), merged.getLimits());
  }

  private static boolean isSaid(Common own) {
    return !own.resources().getRequests().isEmpty()
        || !own.resources().getLimits().isEmpty();
  }
}
