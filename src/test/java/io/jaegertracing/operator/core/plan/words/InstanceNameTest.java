package io.jaegertracing.operator.core.plan.words;

import io.jaegertracing.operator.core.OneLine;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class InstanceNameTest {
  private final Findings findings = new Findings();

  @ParameterizedTest
  @ValueSource(strings = {"a", "9", "my-jaeger", "9lives.of.jaeger.v1", "a--b"})
  void takesWhatTheApiServerTakes(String name) {
    InstanceName.check(name, findings);
    assertThat(findings.refusals()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "a_b", "-a", "a-", ".a", "a.", "a..b", "a.-b", "a-.b", "a%sb", "ä", "a\n"
      })
  void refusesWhatTheApiServerRefuses(String name) {
    InstanceName.check(name, findings);
    assertThat(findings.refusals())
        .extracting(Problem::text)
        .singleElement()
        .asString()
        .startsWith(
            "metadata.name: \"" + OneLine.of(name) + "\" is not valid; use lower-case letters");
  }

  @Test
  void leavesRoomForWhatIsAppended() {
    InstanceName.check("n".repeat(230), findings);
    assertThat(findings.refusals()).isEmpty();
    InstanceName.check("n".repeat(231), findings);
    assertThat(findings.refusals())
        .extracting(Problem::text)
        .singleElement()
        .asString()
        .startsWith("metadata.name: \"nnn")
        .endsWith(" is not valid; it has 231 characters and may have 230 at most");
  }
}
