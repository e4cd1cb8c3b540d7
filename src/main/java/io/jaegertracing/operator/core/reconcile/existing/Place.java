package io.jaegertracing.operator.core.reconcile.existing;

/** Where an object is; the namespace of what belongs to the whole cluster is empty. */
public record Place(OwnedKind kind, String namespace, String name) {
  /** As people know it. */
  @Override
  public String toString() {
    return kind.kind() + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }
}
