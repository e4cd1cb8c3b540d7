package io.jaegertracing.operator.kube.cache;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PatienceTest {
  @Test
  void eachFailureDoublesTheWaitUpToTheLongest() {
    assertThat(Patience.USUAL.after(1)).isEqualTo(Duration.ofMillis(250));
    assertThat(Patience.USUAL.after(3)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Patience.USUAL.after(8)).isEqualTo(Duration.ofSeconds(30));
    assertThat(Patience.USUAL.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
  }
}
