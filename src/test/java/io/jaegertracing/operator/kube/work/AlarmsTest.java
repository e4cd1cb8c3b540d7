package io.jaegertracing.operator.kube.work;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlarmsTest {
  private final Ticks clock = new Ticks();
  private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

  @Test
  void tellsOfWhatIsDueHoweverMuchIsNot() throws InterruptedException {
    try (var alarms = new Alarms(clock, told::add)) {
      alarms.set("in two years", clock.instant().plus(Duration.ofDays(730)));
      alarms.set("now", clock.instant());

      assertThat(told.poll(1, TimeUnit.MINUTES)).isEqualTo("now");
      alarms.set("now", clock.instant());
      assertThat(told.poll(1, TimeUnit.MINUTES)).isEqualTo("now");
      assertThat(told).isEmpty();
    }
  }

  @Test
  void tellsOfNothingAfterTheEnd() {
    var alarms = new Alarms(clock, told::add);
    alarms.close();

    alarms.set("late", clock.instant());

    assertThat(told).isEmpty();
  }
}
