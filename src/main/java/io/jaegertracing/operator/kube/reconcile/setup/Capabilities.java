package io.jaegertracing.operator.kube.reconcile.setup;

import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.kube.RawApi;
import java.util.Optional;
import java.util.Set;

/** What can be made on this cluster at the moment. */
public record Capabilities(Platform platform, Set<OwnedKind> kinds) {
  public Capabilities {
    kinds = Set.copyOf(kinds);
  }

  /** A class that was given goes before the one that the cluster has. */
  public static Capabilities read(RawApi api, Setup setup, Optional<String> ingressClass) {
    var platform = setup.platform();
    var kinds = new ServedKinds(api, setup).read();
    if (platform.openShift()) {
      return new Capabilities(new LoginFindings(api, setup.login()).completed(platform), kinds);
    }
    return new Capabilities(
        platform.ingressClass().isPresent() ? platform : platform.withIngressClass(ingressClass),
        kinds);
  }
}
