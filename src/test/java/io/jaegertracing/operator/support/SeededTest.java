package io.jaegertracing.operator.support;

import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SeededTest {
  @Test
  void roundsDiffer() {
    var numbers = new ArrayList<Integer>();
    Seeded.rounds(0, 10, random -> numbers.add(random.below(Integer.MAX_VALUE)));
    assertThat(new HashSet<>(numbers)).hasSize(10);
  }

  @Test
  void aFailureTellsTheSeedOfItsRound() {
    assertThatThrownBy(() -> Seeded.rounds(0, 1, random -> {
          throw new IllegalStateException("broken");
        }))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching("-Drandom.seed=-?\\d+ plays this round again: broken");
  }

  @Test
  void aSeriesWithANameIsAlwaysTheSame() {
    var before = System.getProperty("random.series");
    try {
      System.setProperty("random.series", "a tree");
      assertThat(Seeded.series().nextLong()).isEqualTo(Seeded.series().nextLong());
    } finally {
      System.setProperty("random.series", before == null ? "" : before);
    }
  }
}
