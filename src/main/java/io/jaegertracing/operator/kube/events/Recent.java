package io.jaegertracing.operator.kube.events;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** What happened a short while ago; of too much the oldest is forgotten first. Of one thread alone. */
final class Recent {
  private final Duration memory;
  private final int most;
  private final LongSupplier nanos;
  private final Map<String, Long> oldestFirst = new LinkedHashMap<>();

  Recent(Duration memory, int most, LongSupplier nanos) {
    this.memory = memory;
    this.most = most;
    this.nanos = nanos;
  }

  boolean has(String what) {
    var then = oldestFirst.get(what);
    return then != null && nanos.getAsLong() - then < memory.toNanos();
  }

  void add(String what) {
    oldestFirst.remove(what);
    oldestFirst.put(what, nanos.getAsLong());
    for (var oldest = oldest(); oldestFirst.size() > most || !has(oldest); oldest = oldest()) {
      oldestFirst.remove(oldest);
    }
  }

  int size() {
    return oldestFirst.size();
  }

  private String oldest() {
    return oldestFirst.keySet().iterator().next();
  }
}
