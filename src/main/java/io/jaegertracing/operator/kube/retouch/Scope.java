package io.jaegertracing.operator.kube.retouch;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Where to look again: what was asked for since the last look, in as few lists as possible. Of one thread at a time. */
public final class Scope {
  /** One list of everything is cheaper than more lists than this. */
  private static final int MOST_NAMESPACES = 10;

  private final List<String> watched;
  private final SortedSet<String> namespaces = new TreeSet<>();
  private boolean everywhere;

  /** None watched means all of them. */
  public Scope(List<String> watched) {
    this.watched = List.copyOf(watched);
  }

  public void everywhere() {
    everywhere = true;
  }

  public void add(String namespace) {
    if (watched.isEmpty() || watched.contains(namespace)) {
      namespaces.add(namespace);
    }
  }

  /** The namespaces whose workloads to list; an empty name lists them all at once. */
  public List<String> take() {
    var all = everywhere || namespaces.size() > MOST_NAMESPACES;
    var taken = all
        ? (watched.isEmpty() ? List.of("") : watched)
        : List.copyOf(Collections.unmodifiableSortedSet(namespaces));
    everywhere = false;
    namespaces.clear();
    return taken;
  }
}
