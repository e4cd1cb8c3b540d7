package io.jaegertracing.operator.core.plan.reading;

import io.fabric8.kubernetes.api.model.Volume;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import io.jaegertracing.operator.core.plan.Names;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.Objects;
import java.util.Set;

/** Volumes that programs are told to read: a user's volume of the same name would take their place, and the program would not start. */
record ReservedVolumes(Owner owner, Findings findings) {
  void check(String field, Common common) {
    var reserved = Set.of(
        Names.dns(owner.name(), "-ui-configuration-volume"),
        Names.dns(owner.name(), "-sampling-configuration-volume"),
        Names.dns(owner.name(), "-collector-tls-config-volume"));
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
}
