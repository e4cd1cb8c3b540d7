package io.jaegertracing.operator.kube.cache;

import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.limits.Limits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the caches hold at one moment; namespaces and their limits alone are those of the moment in which they are asked for. */
record Known(
    boolean isComplete,
    List<Instance> instances,
    Map<String, Meta> namespaces,
    NamespaceLimits limits,
    boolean supportsNativeSidecars)
    implements Snapshot {
  @Override
  public Optional<Meta> namespace(String name) {
    return Optional.ofNullable(namespaces.get(name));
  }

  @Override
  public Limits limits(String namespace) {
    return limits.of(namespace);
  }
}
