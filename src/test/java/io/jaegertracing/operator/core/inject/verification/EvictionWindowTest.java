package io.jaegertracing.operator.core.inject.verification;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EvictionWindowTest {
  @ParameterizedTest
  @CsvSource({
    "09:00-17:30, 08:59:59, false, PT1S",
    "09:00-17:30, 09:00:00, true, PT0S",
    "09:00-17:30, 17:29:59, true, PT0S",
    "09:00-17:30, 17:30:00, false, PT15H30M",
    "22:00-05:30, 21:00:00, false, PT1H",
    "22:00-05:30, 23:59:59, true, PT0S",
    "22:00-05:30, 00:00:00, true, PT0S",
    "22:00-05:30, 05:30:00, false, PT16H30M",
    "22:00-00:00, 23:59:59, true, PT0S",
    "22:00-00:00, 00:00:00, false, PT22H",
  })
  void isOpenFromItsBeginningUntilItsEnd(String text, String time, boolean open, Duration wait) {
    var window = EvictionWindow.parse(text).orElseThrow();
    var now = Instant.parse("2024-02-29T" + time + "Z");
    assertThat(window.isOpen(now)).isEqualTo(open);
    assertThat(window.untilOpen(now)).isEqualTo(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-01-01T00:00:00Z", "2024-01-01T12:34:56Z"})
  void withoutOneEveryHourWillDo(Instant now) {
    assertThat(EvictionWindow.ALWAYS.isOpen(now)).isTrue();
    assertThat(EvictionWindow.ALWAYS.untilOpen(now)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "09:00", "9:00-17:00", "09:00-24:00", "09:60-10:00", "09:00 - 17:00", "x"})
  void whatIsNoPairOfTimesIsNotRead(String text) {
    assertThat(EvictionWindow.parse(text)).isEmpty();
  }

  @Test
  void equalTimesAreNotGuessedAt() {
    assertThat(EvictionWindow.parse("09:00-09:00")).isEmpty();
  }
}
