package io.jaegertracing.operator.core.admission;

/** One object, by name, that is read during a review because no cache holds its kind or the cache does not have it yet. */
public sealed interface Lookup {
  record OfNamespace(String name) implements Lookup {}

  /** Only the keys of its data are of interest. */
  record OfConfigMap(String namespace, String name) implements Lookup {}

  /** Only its metadata is of interest. */
  record OfOwner(String namespace, String apiVersion, String kind, String name, String uid)
      implements Lookup {}
}
