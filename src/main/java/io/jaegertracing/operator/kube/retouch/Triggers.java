package io.jaegertracing.operator.kube.retouch;

/** What makes sidecars of running workloads out of date. Cheap, from any thread, and as often as anybody likes. */
public interface Triggers {
  /** A Jaeger appeared, went away, or has another sidecar now. */
  void jaegerChanged();

  /** The word of a Namespace about sidecars changed. */
  void namespaceChanged(String name);
}
