package io.jaegertracing.operator.http.admission;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What all event loops are busy with together. */
final class Load {
  private final Limits limits;
  private final AtomicInteger reviews = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong buffered = new AtomicLong();

  Load(Limits limits) {
    this.limits = limits;
  }

  /** False when there is no room, and then nothing is taken. */
  boolean takeBytes(long count) {
    var fits = buffered.addAndGet(count) <= limits.mostBuffered();
    if (!fits) {
      giveBytes(count);
    }
    return fits;
  }

  void giveBytes(long count) {
    buffered.addAndGet(-count);
  }

  /** False when too many wait already, and then this one does not. */
  boolean startWaiting() {
    var fits = waiting.incrementAndGet() <= limits.mostWaiting();
    if (!fits) {
      stopWaiting();
    }
    return fits;
  }

  void stopWaiting() {
    waiting.decrementAndGet();
  }

  void begin() {
    reviews.incrementAndGet();
  }

  void end() {
    reviews.decrementAndGet();
  }

  int reviews() {
    return reviews.get();
  }

  int waiting() {
    return waiting.get();
  }

  long buffered() {
    return buffered.get();
  }
}
