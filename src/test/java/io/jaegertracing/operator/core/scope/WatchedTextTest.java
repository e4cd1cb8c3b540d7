package io.jaegertracing.operator.core.scope;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WatchedTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", " , "})
  void nothingMeansEverything(String text) {
    assertThat(read(text)).isEqualTo(Watched.EVERYTHING);
  }

  @Test
  void namesAreTakenAsTheyAreMeant() {
    assertThat(read("shop, bank,,shop")).isEqualTo(Watched.of("shop", "bank"));
    assertThat(read("Shop")).isEqualTo(Watched.of("shop"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "a.b", "team_a", "team in a", "-shop", "shop-", "*"})
  void whatIsNeitherNameNorSelectorIsRefused(String text) {
    assertThat(mistake(text))
        .startsWith("\"" + text + "\" is not the name of a namespace")
        .contains("shop,bank", "team=a");
  }

  /** By label, with two values that a namespace may have, and without. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "team=a; true; false; false",
        "team==a; true; false; false",
        "team = a; true; false; false",
        "team!=a; false; true; true",
        "team in (a); true; false; false",
        "team in (b, a); true; true; false",
        "team notin (a); false; true; true",
        "team notin (a,b); false; false; true",
        "!team; false; false; true",
        "! team; false; false; true",
        "team in (a,b),team!=b; true; false; false",
      })
  void aSelectorMeansWhatKubectlMeans(String text, boolean a, boolean b, boolean none) {
    var watched = read(text);
    assertThat(watched.has("n", Map.of("team", "a", "x", "y"))).isEqualTo(a);
    assertThat(watched.has("n", Map.of("team", "b"))).isEqualTo(b);
    assertThat(watched.has("n", Map.of("x", "a"))).isEqualTo(none);
  }

  @Test
  void aKeyWithAPrefixIsNoName() {
    var watched = read("example.com/traced");
    assertThat(watched.has("n", Map.of("example.com/traced", ""))).isTrue();
    assertThat(watched.has("n", Map.of("traced", ""))).isFalse();
  }

  @Test
  void anEmptyValueIsOne() {
    assertThat(read("team=").has("n", Map.of("team", ""))).isTrue();
    assertThat(read("team=").has("n", Map.of())).isFalse();
  }

  @Test
  void aNameWithinASelectorIsRefused() {
    assertThat(mistake("shop,team=a"))
        .startsWith("\"shop\" reads like the name of a namespace within a label selector")
        .contains("shop in (a,b)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "team=a,=b",
        "team=a b",
        "team in ()",
        "team in (a",
        "!",
        "team>1=",
        "(a)",
        "a/b/c",
        "team=-a",
        "=",
        "team=a,",
        "team=a=b"
      })
  void aBrokenSelectorIsRefused(String text) {
    assertThat(mistake(text)).contains("is no part of a label selector; write KEY=VALUE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"team=a", "team!=a", "team in (a,b),!x", "team notin (a,b)", "e.com/x", "x="})
  void theTextOfASelectorMeansTheSame(String text) {
    var labels = read(text).labels().orElseThrow();
    assertThat(labels.text()).isEqualTo(text);
    assertThat(read(labels.text()).labels()).contains(labels);
    assertThat(labels.match(labels.example())).isTrue();
  }

  private static Watched read(String text) {
    var read = WatchedText.read(text);
    assertThat(read.mistake()).isEmpty();
    return read.watched();
  }

  private static String mistake(String text) {
    return WatchedText.read(text).mistake().orElseThrow();
  }
}
