package io.jaegertracing.operator.http.rehearsal;

import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.limits.Limits;
import java.util.List;
import java.util.Optional;

/**
 * The cluster that the own reviews are about: one Jaeger in one namespace, so that the way to a sidecar gets warm before the first user makes a Jaeger.
 * Whoever knows the secret is shown it; nothing in it has to be looked up.
 */
public record Scenery(Secret secret, Instance instance, Meta namespace) implements Snapshot {
  @Override
  public boolean isComplete() {
    return true;
  }

  @Override
  public List<Instance> instances() {
    return List.of(instance);
  }

  @Override
  public Optional<Meta> namespace(String name) {
    return Optional.of(namespace);
  }

  @Override
  public Limits limits(String namespace) {
    return Limits.NONE;
  }

  @Override
  public boolean supportsNativeSidecars() {
    return true;
  }
}
