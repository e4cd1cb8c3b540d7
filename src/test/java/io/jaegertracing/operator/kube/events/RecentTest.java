package io.jaegertracing.operator.kube.events;

import io.jaegertracing.operator.kube.work.Ticks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecentTest {
  private final Ticks ticks = new Ticks();
  private final Recent recent = new Recent(Duration.ofMinutes(10), 3, ticks);

  @Test
  void remembersForItsTime() {
    recent.add("a");
    ticks.pass(Duration.ofSeconds(599));
    assertThat(recent.has("a")).isTrue();
    ticks.pass(Duration.ofSeconds(1));
    assertThat(recent.has("a")).isFalse();
  }

  @Test
  void whatHappensAgainIsRememberedAnew() {
    recent.add("a");
    ticks.pass(Duration.ofMinutes(9));
    recent.add("a");
    ticks.pass(Duration.ofMinutes(9));
    assertThat(recent.has("a")).isTrue();
  }

  @Test
  void forgetsTheOldestWhenItIsTooMuch() {
    recent.add("a");
    recent.add("b");
    recent.add("a");
    recent.add("c");
    recent.add("d");
    assertThat(recent.has("b")).isFalse();
    assertThat(recent.has("a")).isTrue();
    assertThat(recent.size()).isEqualTo(3);
  }

  @Test
  void keepsNothingThatIsOver() {
    recent.add("a");
    recent.add("b");
    ticks.pass(Duration.ofHours(1));
    recent.add("c");
    assertThat(recent.size()).isEqualTo(1);
  }
}
