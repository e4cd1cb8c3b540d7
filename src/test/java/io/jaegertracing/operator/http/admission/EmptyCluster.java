package io.jaegertracing.operator.http.admission;

import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Meta;
import java.util.List;
import java.util.Optional;

record EmptyCluster() implements Snapshot {
  @Override
  public boolean isComplete() {
    return true;
  }

  @Override
  public List<Instance> instances() {
    return List.of();
  }

  @Override
  public Optional<Meta> namespace(String name) {
    return Optional.empty();
  }

  @Override
  public boolean supportsNativeSidecars() {
    return true;
  }
}
