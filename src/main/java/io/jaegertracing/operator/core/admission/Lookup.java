package io.jaegertracing.operator.core.admission;

/** What is asked of the API server during a review, because no cache holds it or the cache does not have it yet. */
public sealed interface Lookup {
  record OfNamespace(String name) implements Lookup {}

  /** Only the keys of its data are of interest. */
  record OfConfigMap(String namespace, String name) implements Lookup {}

  /** Only its metadata is of interest. */
  record OfOwner(String namespace, String apiVersion, String kind, String name, String uid)
      implements Lookup {}

  /** Only whether it exists is of interest, and whether its kind does. */
  record OfElasticsearch(String namespace, String name) implements Lookup {}

  /**
   * Whether somebody may create objects of a kind; what is found has the field {@code allowed}.
   *
   * @param namespace empty for a kind without namespaces
   */
  record OfRight(Requester requester, String group, String resource, String namespace)
      implements Lookup {}
}
