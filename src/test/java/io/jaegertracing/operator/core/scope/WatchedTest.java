package io.jaegertracing.operator.core.scope;

import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WatchedTest {
  private static final Watched LABELLED = WatchedText.read("team=a").watched();

  @Test
  void everythingIsReadAtOnceUnlessNamespacesAreNamed() {
    assertThat(Watched.EVERYTHING.places()).containsExactly("");
    assertThat(LABELLED.places()).containsExactly("");
    assertThat(Watched.of("shop", "bank", "shop").places()).containsExactly("shop", "bank");
  }

  @Test
  void whoeverNamesNamespacesMayBeAllowedNothingElse() {
    assertThat(Watched.EVERYTHING.isOfTheWholeCluster()).isTrue();
    assertThat(LABELLED.isOfTheWholeCluster()).isTrue();
    assertThat(Watched.of("shop").isOfTheWholeCluster()).isFalse();
  }

  @Test
  void labelsAloneDecideWhereTheyAreGiven() {
    assertThat(LABELLED.mayHave("shop")).isTrue();
    assertThat(LABELLED.has("shop", Map.of("team", "a"))).isTrue();
    assertThat(LABELLED.has("shop", Map.of())).isFalse();
    assertThat(Watched.of("shop").has("bank", Map.of("team", "a"))).isFalse();
    assertThat(Watched.of("shop").has("shop", Map.of())).isTrue();
    assertThat(Watched.EVERYTHING.has("shop", Map.of())).isTrue();
  }

  @Test
  void theLabelsThatCountAreKnown() {
    assertThat(WatchedText.read("team=a,!x").watched().keys())
        .containsExactlyInAnyOrder("team", "x");
    assertThat(Watched.of("team").keys()).isEmpty();
  }
}
