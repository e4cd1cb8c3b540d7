package io.jaegertracing.operator.core.operand.storage;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.jaegertracing.operator.core.operand.Pods;
import io.jaegertracing.operator.core.plan.Flags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** The variables of a job: none without a value, and none twice. */
final class Environment {
  private Environment() {}

  /** Of two with one name the later wins, as it would in the container; server-side apply refuses to be given both. */
  static List<EnvVar> of(Stream<Stream<EnvVar>> inThisOrder) {
    var kept = new LinkedHashMap<String, EnvVar>();
    inThisOrder
        .flatMap(some -> some)
        .filter(variable -> variable.getValue() != null)
        .forEach(variable -> kept.put(variable.getName(), variable));
    return List.copyOf(kept.values());
  }

  /** What a flag says to the programs, said to a job. */
  static Stream<EnvVar> told(Flags flags, String variable, String flag) {
    return flags.scalar(flag).stream().map(text -> Pods.variable(variable, text));
  }
}
