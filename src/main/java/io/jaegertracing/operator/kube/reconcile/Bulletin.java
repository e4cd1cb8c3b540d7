package io.jaegertracing.operator.kube.reconcile;

import io.jaegertracing.operator.core.reconcile.status.StatusTree.News;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** When a status is written: at once when something turned, and of mere progress every few seconds. */
final class Bulletin {
  private static final Duration OFTEN_ENOUGH = Duration.ofSeconds(10);

  private final Clock clock;
  private final BiConsumer<String, Duration> lookAgain;
  private final Map<String, Instant> told = new ConcurrentHashMap<>();

  Bulletin(Clock clock, BiConsumer<String, Duration> lookAgain) {
    this.clock = clock;
    this.lookAgain = lookAgain;
  }

  /** Of what is not due yet is heard again. */
  boolean isDue(String key, News news) {
    var now = clock.instant();
    var next = told.getOrDefault(key, Instant.EPOCH).plus(OFTEN_ENOUGH);
    if (news == News.NONE) {
      return false;
    }
    if (news == News.PROGRESS && now.isBefore(next)) {
      lookAgain.accept(key, Duration.between(now, next));
      return false;
    }
    told.put(key, now);
    return true;
  }

  void forget(String key) {
    told.remove(key);
  }
}
