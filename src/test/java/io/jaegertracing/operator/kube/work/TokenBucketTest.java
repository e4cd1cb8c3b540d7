package io.jaegertracing.operator.kube.work;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TokenBucketTest {
  private final Ticks ticks = new Ticks();
  private final TokenBucket bucket = new TokenBucket(5, 20, ticks);

  @Test
  void givesABurstAndThenNothing() {
    assertThat(taken(100)).isEqualTo(20);
  }

  @Test
  void fillsAtItsRate() {
    taken(100);
    ticks.pass(Duration.ofSeconds(1));
    assertThat(taken(100)).isEqualTo(5);
  }

  @Test
  void keepsNoMoreThanABurst() {
    taken(100);
    ticks.pass(Duration.ofHours(1));
    assertThat(taken(100)).isEqualTo(20);
  }

  @Test
  void spreadsWhatIsReservedBeyondTheBurst() {
    IntStream.range(0, 20).forEach(burst -> assertThat(bucket.reserve()).isEqualTo(Duration.ZERO));
    assertThat(bucket.reserve()).isEqualTo(Duration.ofMillis(200));
    assertThat(bucket.reserve()).isEqualTo(Duration.ofMillis(400));
    ticks.pass(Duration.ofMillis(400));
    assertThat(bucket.reserve()).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void takesNothingThatIsReserved() {
    IntStream.range(0, 25).forEach(reserved -> bucket.reserve());
    ticks.pass(Duration.ofSeconds(1));
    assertThat(taken(100)).isZero();
    ticks.pass(Duration.ofMillis(200));
    assertThat(taken(100)).isEqualTo(1);
  }

  private long taken(int tries) {
    return IntStream.range(0, tries).filter(attempt -> bucket.take()).count();
  }
}
