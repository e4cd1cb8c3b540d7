package io.jaegertracing.operator.kube.lookup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What was learned a short while ago; of too much, the oldest is forgotten. */
public final class Remembered<K, V> {
  private record Entry<V>(V value, Instant until) {}

  private final Clock clock;
  private final int most;
  private final Map<K, Entry<V>> entries = new LinkedHashMap<>();

  public Remembered(Clock clock, int most) {
    this.clock = clock;
    this.most = most;
  }

  public synchronized Optional<V> get(K key) {
    var entry = entries.get(key);
    if (entry == null) {
      return Optional.empty();
    }
    if (!clock.instant().isBefore(entry.until())) {
      entries.remove(key);
      return Optional.empty();
    }
    return Optional.of(entry.value());
  }

  public synchronized void put(K key, V value, Duration lifetime) {
    entries.remove(key);
    entries.put(key, new Entry<>(value, clock.instant().plus(lifetime)));
    if (entries.size() > most) {
      entries.remove(entries.keySet().iterator().next());
    }
  }

  public synchronized void forget(Predicate<K> which) {
    entries.keySet().removeIf(which);
  }

  synchronized int size() {
    return entries.size();
  }
}
