package io.jaegertracing.operator.core.plan;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GoDurationTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "1s, 1000000000",
    "1h30m, 5400000000000",
    "1.5h, 5400000000000",
    ".5s, 500000000",
    "5.s, 5000000000",
    "2h2m2.008s, 7322008000000",
    "8ms, 8000000",
    "1us, 1000",
    "1\u00b5s, 1000",
    "1\u03bcs, 1000",
    "7ns, 7",
    "168h, 604800000000000",
    "+3m, 180000000000",
    "-1.5s, -1500000000",
    "0.3ns, 0",
    "9223372036854775807ns, 9223372036854775807",
  })
  void readsWhatGoReads(String text, long nanos) {
    assertThat(GoDuration.parse(text)).contains(Duration.ofNanos(nanos));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "7d",
        "3mm",
        "s",
        ".s",
        ".",
        "-",
        "1s ",
        " 1s",
        "1 s",
        "1h-1m",
        "+-1s",
        "1e3s",
        "00",
        "9223372036854775808ns",
        "3000000h"
      })
  void refusesWhatGoRefuses(String text) {
    assertThat(GoDuration.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "70000000000, 1m10s",
    "3600000000000, 1h0m0s",
    "1500000000, 1.5s",
    "500000000, 500ms",
    "0, 0s",
    "1100, 1.1\u00b5s",
    "2200000, 2.2ms",
    "1, 1ns",
    "7322008000000, 2h2m2.008s",
    "-1500000000, -1.5s",
    "360000000000000, 100h0m0s",
  })
  void writesAsGoWrites(long nanos, String text) {
    assertThat(GoDuration.format(Duration.ofNanos(nanos))).isEqualTo(text);
  }

  @Test
  void readsWhatItWrites() {
    for (var nanos = 1L; nanos < Long.MAX_VALUE / 7; nanos = nanos * 7 + 3) {
      var duration = Duration.ofNanos(nanos);
      assertThat(GoDuration.parse(GoDuration.format(duration))).contains(duration);
    }
  }
}
