package io.jaegertracing.operator.kube.leading;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What there is from the moment this replica leads until it leads no more. */
public final class Tenure<T> {
  private final Consumer<T> close;
  private volatile @Nullable T current;

  public Tenure(Consumer<T> close) {
    this.close = close;
  }

  public synchronized void begin(T begun) {
    current = begun;
  }

  /** Does nothing when nothing was begun. */
  public synchronized void end() {
    var ended = current;
    current = null;
    if (ended != null) {
      close.accept(ended);
    }
  }

  /** Nothing while somebody else leads. Changes need not be kept for later: whoever begins to lead looks at everything. */
  public Optional<T> current() {
    return Optional.ofNullable(current);
  }
}
