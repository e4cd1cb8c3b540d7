package io.jaegertracing.operator.core.admission;

import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.limits.Limits;
import java.util.List;
import java.util.Optional;

/** The cluster as the caches have it, at one moment; read on event loops, so that it answers at once. */
public interface Snapshot {
  /** False until every cache was filled once. */
  boolean isComplete();

  /** In the order of their keys. */
  List<Instance> instances();

  /** Empty when the cache does not have it, which a younger namespace may suffer. */
  Optional<Meta> namespace(String name);

  /** What is known of a namespace's LimitRanges and ResourceQuotas: nothing when they cannot be read. */
  Limits limits(String namespace);

  /** Whether every node and the server know init containers that keep running. */
  boolean supportsNativeSidecars();
}
