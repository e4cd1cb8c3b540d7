package io.jaegertracing.operator.core.plan.words;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeyTest {
  private static final String LONG = "x".repeat(63);

  @ParameterizedTest
  @ValueSource(strings = {"a", "A_b.c-d", "example.com/team", "0/0", "a-b.c/Gold"})
  void aNameWithOrWithoutADomainIsOne(String key) {
    assertThat(Key.isOfLabel(key)).isTrue();
    assertThat(Key.isOfAnnotation(key)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "a b", "-a", "a.", "/a", "a/", "a/b/c", "a..b/c", "-a/b", "a_b/c", "ä"})
  void anythingElseIsNone(String key) {
    assertThat(Key.isOfLabel(key)).isFalse();
    assertThat(Key.isOfAnnotation(key)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Example.com/team", "A/b"})
  void onlyAnAnnotationMaySpellItsDomainInCapitals(String key) {
    assertThat(Key.isOfLabel(key)).isFalse();
    assertThat(Key.isOfAnnotation(key)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "example.com/"})
  void aNameHas63CharactersAtMost(String domain) {
    assertThat(Key.isOfLabel(domain + LONG)).isTrue();
    assertThat(Key.isOfLabel(domain + LONG + "x")).isFalse();
  }
}
