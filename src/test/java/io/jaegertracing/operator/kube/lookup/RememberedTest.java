package io.jaegertracing.operator.kube.lookup;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RememberedTest {
  private final SteppedClock clock = new SteppedClock();
  private final Remembered<String, Integer> remembered = new Remembered<>(clock, 2);

  @Test
  void isForgottenAfterItsTime() {
    remembered.put("a", 1, Duration.ofSeconds(5));
    clock.pass(Duration.ofMillis(4_999));
    assertThat(remembered.get("a")).contains(1);
    clock.pass(Duration.ofMillis(1));
    assertThat(remembered.get("a")).isEmpty();
    assertThat(remembered.size()).isZero();
  }

  @Test
  void ofTooMuchTheOldestIsForgotten() {
    remembered.put("a", 1, Duration.ofSeconds(5));
    remembered.put("b", 2, Duration.ofSeconds(5));
    remembered.put("a", 3, Duration.ofSeconds(5));
    remembered.put("c", 4, Duration.ofSeconds(5));
    assertThat(remembered.get("b")).isEmpty();
    assertThat(remembered.get("a")).contains(3);
    assertThat(remembered.size()).isEqualTo(2);
  }

  @Test
  void forgetsWhatItIsToldTo() {
    remembered.put("a", 1, Duration.ofSeconds(5));
    remembered.put("b", 2, Duration.ofSeconds(5));
    remembered.forget("a"::equals);
    assertThat(remembered.get("a")).isEmpty();
    assertThat(remembered.get("b")).contains(2);
  }
}
