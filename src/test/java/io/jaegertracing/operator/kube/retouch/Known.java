package io.jaegertracing.operator.kube.retouch;

import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Meta;
import java.util.List;
import java.util.Optional;

/** A cluster of which only its Jaegers are of interest. */
record Known(boolean isComplete, List<Instance> instances) implements Snapshot {
  static Instance jaeger(String namespace, String name, boolean terminating) {
    return new Instance(
        namespace,
        name,
        terminating,
        Optional.empty(),
        new Instance.Rendered.Refused(List.of("not of interest")));
  }

  @Override
  public Optional<Meta> namespace(String name) {
    return Optional.of(Meta.NONE);
  }

  @Override
  public boolean supportsNativeSidecars() {
    return true;
  }
}
