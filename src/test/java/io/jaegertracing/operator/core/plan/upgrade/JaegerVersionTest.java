package io.jaegertracing.operator.core.plan.upgrade;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JaegerVersionTest {
  @ParameterizedTest
  @ValueSource(strings = {"1.58", "v1.58", "1.58.0", "v1.58.0+build.7"})
  void takesWhatIsMissingAsZero(String text) {
    assertThat(JaegerVersion.parse(text)).contains(JaegerVersion.of(1, 58));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "latest", "1.", "1.2.3.4", "1.x", "99999999999.1", "1.2 ", "-1"})
  void knowsWhatIsNoVersion(String text) {
    assertThat(JaegerVersion.parse(text)).isEmpty();
  }

  @Test
  void ordersByNumberWithCandidatesBeforeTheirRelease() {
    var ordered = List.of("1", "1.2.9", "1.10-rc1", "1.10", "1.10.1", "2");
    assertThat(ordered.stream().map(JaegerVersion::parse).map(Optional::orElseThrow))
        .isSorted()
        .doesNotHaveDuplicates();
  }
}
