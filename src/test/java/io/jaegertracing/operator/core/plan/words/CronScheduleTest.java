package io.jaegertracing.operator.core.plan.words;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CronScheduleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "55 23 * * *",
        "*/5 0-23/2 1,15 jan-MAR mon-fri",
        "? * * * 0",
        "@daily",
        "@every 1h30m",
        " 0  0 * * * ",
        "5/15 * * * *",
        "00005 * * * *"
      })
  void takesWhatACronJobTakes(String schedule) {
    assertThat(CronSchedule.isValid(schedule)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "* * * *",
        "* * * * * *",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "5-1 * * * *",
        "*/0 * * * *",
        "@sometimes",
        "@every day",
        "@hourly ",
        " @daily",
        "a * * * *",
        "1- * * * *"
      })
  void refusesWhatACronJobRefuses(String schedule) {
    assertThat(CronSchedule.isValid(schedule)).isFalse();
  }
}
