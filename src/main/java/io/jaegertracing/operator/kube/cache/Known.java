package io.jaegertracing.operator.kube.cache;

import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Meta;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the caches hold at one moment; namespaces alone are those of the moment in which they are asked for. */
record Known(
    boolean isComplete,
    List<Instance> instances,
    Map<String, Meta> namespaces,
    boolean supportsNativeSidecars)
    implements Snapshot {
  @Override
  public Optional<Meta> namespace(String name) {
    return Optional.ofNullable(namespaces.get(name));
  }
}
