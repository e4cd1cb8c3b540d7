package io.jaegertracing.operator.core.plan.reading;

import io.fabric8.kubernetes.api.model.Volume;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import io.jaegertracing.operator.core.plan.Names;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.Objects;
import java.util.Set;

/** Volumes that programs are told to read: a user's volume of the same name would take their place, and the program would not start. */
record ReservedVolumes(Owner owner, Findings findings) {
  void check(String field, Common common) {
    var reserved = Set.of(
        userInterface(owner),
        sampling(owner),
        collectorTls(owner),
        Names.dns(owner.name(), "-ui-cookie"),
        Names.dns(owner.name(), "-ui-oauth-proxy-tls"));
    common.volumes().stream()
        .map(Volume::getName)
        .filter(Objects::nonNull)
        .filter(reserved::contains)
        .forEach(name -> findings.refuse(
            Rule.RESERVED_VOLUME,
            field + ".volumes",
            Words.quoted(name),
            "the operator mounts a volume of this name itself; choose another"));
  }

  static String userInterface(Owner owner) {
    return Names.dns(owner.name(), "-ui-configuration-volume");
  }

  static String sampling(Owner owner) {
    return Names.dns(owner.name(), "-sampling-configuration-volume");
  }

  static String collectorTls(Owner owner) {
    return Names.dns(owner.name(), "-collector-tls-config-volume");
  }

  /** Every volume of the operator's, for a user who mounts one in a second place. */
  static Set<String> all(Owner owner) {
    return Set.of(
        userInterface(owner),
        sampling(owner),
        collectorTls(owner),
        Names.dns(owner.name(), "-trusted-ca"),
        Names.dns(owner.name(), "-service-ca"),
        "certs",
        "plugin-volume");
  }
}
