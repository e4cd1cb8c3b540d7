package io.jaegertracing.operator.kube.leading;

import java.util.List;

/** What only one replica does. Both calls return soon; the next begin follows the end. */
public interface Leadership {
  void begins();

  /** Nothing may be written any more when this returns. */
  void ends();

  /** Begun in this order, ended in reverse. */
  static Leadership of(List<Leadership> parts) {
    return new Leadership() {
      @Override
      public void begins() {
        parts.forEach(Leadership::begins);
      }

      @Override
      public void ends() {
        for (var i = parts.size() - 1; i >= 0; i--) {
          parts.get(i).ends();
        }
      }
    };
  }
}
