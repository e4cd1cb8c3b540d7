package io.jaegertracing.operator.core.validation;

import java.util.Optional;

/** The Elasticsearch objects of the cluster. */
public interface Elasticsearches {
  /** Empty when the cluster has no such kind, or nobody can say. */
  Optional<Boolean> exists(String namespace, String name);
}
