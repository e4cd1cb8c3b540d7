package io.jaegertracing.operator.kube.work;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTest {
  private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), 100);

  @Test
  void doublesUpToItsBound() {
    assertThat(backoff.after(1, 1)).contains(Duration.ofSeconds(1));
    assertThat(backoff.after(2, 1)).contains(Duration.ofSeconds(2));
    assertThat(backoff.after(6, 1)).contains(Duration.ofSeconds(32));
    assertThat(backoff.after(7, 1)).contains(Duration.ofSeconds(60));
    assertThat(backoff.after(99, 1)).contains(Duration.ofSeconds(60));
  }

  @Test
  void chanceTakesUpToAHalfAway() {
    assertThat(backoff.after(3, 0)).contains(Duration.ofSeconds(2));
    assertThat(backoff.after(3, 0.5)).contains(Duration.ofSeconds(3));
  }

  @Test
  void endsAfterTheLastTry() {
    assertThat(backoff.after(100, 1)).isEmpty();
  }
}
