package io.jaegertracing.operator.core.plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KubernetesVersionTest {
  @ParameterizedTest
  @ValueSource(strings = {"1.29", "v1.29", "1.29.3", "v1.29.3-gke.1282", "1.29+"})
  void readsWhatServersSay(String text) {
    assertThat(KubernetesVersion.parse(text)).contains(new KubernetesVersion(1, 29));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "latest", "1.", "1.x", "1.29x", "99999.1"})
  void refusesEverythingElse(String text) {
    assertThat(KubernetesVersion.parse(text)).isEmpty();
  }

  @Test
  void comparesNumbersAndNotTexts() {
    assertThat(new KubernetesVersion(1, 9)).isLessThan(new KubernetesVersion(1, 29));
    assertThat(new KubernetesVersion(2, 0)).isGreaterThan(new KubernetesVersion(1, 29));
  }
}
