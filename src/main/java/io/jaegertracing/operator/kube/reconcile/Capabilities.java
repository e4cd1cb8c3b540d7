package io.jaegertracing.operator.kube.reconcile;

import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import java.util.Optional;
import java.util.Set;

/** What can be made on this cluster at the moment. */
record Capabilities(Platform platform, Set<OwnedKind> kinds) {
  Capabilities {
    kinds = Set.copyOf(kinds);
  }

  /** A class that was given goes before the one that the cluster has. */
  static Capabilities of(Setup setup, Set<OwnedKind> kinds, Optional<String> ingressClass) {
    var platform = setup.platform();
    return new Capabilities(
        platform.openShift() || platform.ingressClass().isPresent()
            ? platform
            : platform.withIngressClass(ingressClass),
        kinds);
  }
}
