package io.jaegertracing.operator.core;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QuantitiesTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1000m",
    "0.5, 500m",
    ".5, 5e-1",
    "5., 5",
    "1e3, 1k",
    "1E3, 1000",
    "1E, 1000P",
    "1Ki, 1024",
    "1.5Gi, 1536Mi",
    "2Ei, 2048Pi",
    "100M, 100000k",
    "1n, 0.000000001",
    "3u, 3000n",
    "-1, -1000m",
    "0, 0Mi",
    "0.0000000001, 1n",
    "1e999999999, 9223372036854775807",
    "9e99999999999999999999, 9223372036854775807",
    "-1e999999999, -9223372036854775807",
    "1e-999999999, 1n",
    "16Ei, 9223372036854775807"
  })
  void theSameAmountIsWrittenInManyWays(String one, String other) {
    assertThat(Quantities.amount(one)).isPresent().isEqualTo(Quantities.amount(other));
    assertThat(Quantities.compare(one, other)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "999m, 1", "1M, 1Mi", "-1, 0", "9, 10", "0, 1n"})
  void oneIsLessThanTheOther(String less, String more) {
    assertThat(Quantities.compare(less, more)).isNegative();
    assertThat(Quantities.compare(more, less)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1K", "1 k", "1,5", "1mm", "e3", "--1", "."})
  void otherTextsAreNoAmounts(String text) {
    assertThat(Quantities.amount(text)).isEmpty();
    assertThat(Quantities.isValid(text)).isFalse();
  }

  @Test
  void nobodyHasToComputeWithALongText() {
    assertThat(Quantities.amount("1".repeat(1_000_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "0, 0",
    "1.1, 1100m",
    "0.0001, 0.1m",
    "1Gi, 1024Mi",
    "100M, 100000000",
    "2000m, 2"
  })
  void peopleReadThemInOneWay(String amount, String text) {
    assertThat(Quantities.text(Quantities.amount(amount).orElseThrow())).isEqualTo(text);
    assertThat(Quantities.text(new BigDecimal("1048576.5"))).isEqualTo("1048576500m");
  }
}
