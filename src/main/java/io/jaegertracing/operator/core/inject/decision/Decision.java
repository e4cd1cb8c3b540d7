package io.jaegertracing.operator.core.inject.decision;

import io.jaegertracing.operator.core.inject.AgentTemplate;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Reason;

/** What happens to a workload. */
public sealed interface Decision {
  /** A sidecar goes in, {@code asNative} as an init container that keeps running. */
  record Inject(Instance instance, AgentTemplate template, boolean asNative) implements Decision {}

  /** What was injected goes, for this reason. */
  record Remove(Finding finding) implements Decision {}

  /** Everything stays as it is, a sidecar that is there included. */
  record Skip(Finding finding) implements Decision {}

  static Decision skip(Reason reason, String detail) {
    return new Skip(Finding.of(reason, detail));
  }
}
