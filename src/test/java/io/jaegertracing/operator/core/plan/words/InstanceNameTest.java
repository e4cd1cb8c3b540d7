package io.jaegertracing.operator.core.plan.words;

import io.jaegertracing.operator.core.OneLine;
import io.jaegertracing.operator.core.plan.KubernetesVersion;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class InstanceNameTest {
  private static final KubernetesVersion NEWEST = new KubernetesVersion(1, 36);

  private final Findings findings = new Findings();

  @ParameterizedTest
  @ValueSource(strings = {"a", "9", "my-jaeger", "9lives.of.jaeger.v1", "a--b"})
  void takesWhatTheApiServerTakes(String name) {
    InstanceName.check(name, NEWEST, findings);
    assertThat(findings.refusals()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "a_b", "-a", "a-", ".a", "a.", "a..b", "a.-b", "a-.b", "a%sb", "ä", "a\n"
      })
  void refusesWhatTheApiServerRefuses(String name) {
    InstanceName.check(name, NEWEST, findings);
    assertThat(findings.refusals())
        .extracting(Problem::text)
        .singleElement()
        .asString()
        .startsWith(
            "metadata.name: \"" + OneLine.of(name) + "\" is not valid; use lower-case letters");
  }

  @Test
  void refusesADigitInFrontWhereNoServiceMayHaveOne() {
    InstanceName.check("a9", new KubernetesVersion(1, 35), findings);
    assertThat(findings.refusals()).isEmpty();
    InstanceName.check("9a", new KubernetesVersion(1, 35), findings);
    assertThat(findings.refusals())
        .extracting(Problem::text)
        .containsExactly(
            "metadata.name: \"9a\" is not valid; begin it with a letter: Services are named after it,"
                + " and Kubernetes 1.35 takes no digit there, as 1.36 does");
  }

  @Test
  void leavesRoomForWhatIsAppended() {
    InstanceName.check("n".repeat(230), NEWEST, findings);
    assertThat(findings.refusals()).isEmpty();
    InstanceName.check("n".repeat(231), NEWEST, findings);
    assertThat(findings.refusals())
        .extracting(Problem::text)
        .singleElement()
        .asString()
        .startsWith("metadata.name: \"nnn")
        .endsWith(" is not valid; it has 231 characters and may have 230 at most");
  }
}
