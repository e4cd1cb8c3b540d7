package io.jaegertracing.operator.core.plan.checking;

import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Nobody sleeps longer than there is time to end. */
public record Sleeps(Findings findings) {
  /** What a Pod has when nobody says anything. */
  private static final long USUAL_GRACE = 30;

  public void check(String field, Lifecycle hooks, @Nullable Long grace) {
    var longest = Objects.requireNonNullElse(grace, USUAL_GRACE);
    check(field + ".postStart", hooks.getPostStart(), longest);
    check(field + ".preStop", hooks.getPreStop(), longest);
  }

  private void check(String field, @Nullable LifecycleHandler handler, long longest) {
    Optional.ofNullable(handler)
        .map(LifecycleHandler::getSleep)
        .map(sleep -> sleep.getSeconds())
        .filter(seconds -> seconds > longest && longest >= 0)
        .ifPresent(seconds -> findings.refuse(
            Rule.OUT_OF_RANGE,
            field + ".sleep.seconds",
            seconds,
            "the Pod has " + longest
                + " seconds to end: write at most that, or raise terminationGracePeriodSeconds"));
  }
}
