package io.jaegertracing.operator.core;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NearestTest {
  private static final List<String> KNOWN = List.of("start", "standalone", "generate", "check");

  @Test
  void findsANameWithAMissingAStrayAndASwappedLetter() {
    assertThat(Nearest.to("strt", KNOWN)).contains("start");
    assertThat(Nearest.to("standallone", KNOWN)).contains("standalone");
    assertThat(Nearest.to("genreate", KNOWN)).contains("generate");
  }

  @Test
  void countsASwapOfNeighboursAsOneStep() {
    assertThat(Nearest.distance("chekc", "check")).isEqualTo(1);
    assertThat(Nearest.distance("", "check")).isEqualTo(5);
    assertThat(Nearest.distance("CHECK", "check")).isZero();
  }

  @Test
  void doesNotGuessWildly() {
    assertThat(Nearest.to("remove", KNOWN)).isEmpty();
    assertThat(Nearest.to("x", List.of())).isEmpty();
  }

  @Test
  void takesTheFirstInTheAlphabetOfTwoThatAreEquallyNear() {
    assertThat(Nearest.to("cat", List.of("hat", "bat"))).contains("bat");
  }
}
