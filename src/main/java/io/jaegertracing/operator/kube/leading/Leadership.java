package io.jaegertracing.operator.kube.leading;

/** What only one replica does. Both calls return soon; the next begin follows the end. */
public interface Leadership {
  void begins();

  /** Nothing may be written any more when this returns. */
  void ends();
}
