package io.jaegertracing.operator.http.admission;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailureLogTest {
  private final AtomicLong nanos = new AtomicLong(-5);
  private final FailureLog log = new FailureLog(nanos::get);

  @Test
  void oneSortOfFailureIsToldOnceAMinuteWithTheNumberOfThoseBetween() {
    try (var lines = Lines.of(FailureLog.class)) {
      for (var i = 0; i < 5; i++) {
        log.failed("/", failure("message " + i));
      }
      assertThat(lines.events()).hasSize(1);
      nanos.addAndGet(Duration.ofMinutes(1).toNanos());
      log.failed("/", failure("again"));
      assertThat(lines.events()).hasSize(2);
      assertThat(lines.events().get(1).getKeyValuePairs().toString()).contains("untold=\"4\"");
    }
  }

  @Test
  void anotherSortIsToldAtOnce() {
    try (var lines = Lines.of(FailureLog.class)) {
      log.failed("/", failure("one"));
      log.failed("/", new IllegalArgumentException("elsewhere"));
      log.failed("/other", failure("one"));
      assertThat(lines.events()).hasSize(3);
    }
  }

  @Test
  void endlesslyManySortsAreOne() {
    try (var lines = Lines.of(FailureLog.class)) {
      for (var i = 0; i < 1_000; i++) {
        log.failed("/" + i, failure("one"));
      }
      assertThat(lines.events()).hasSize(101);
    }
  }

  private static RuntimeException failure(String message) {
    return new IllegalStateException(message);
  }
}
