package io.jaegertracing.operator.kube.missed;

import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.kube.missed.Pass.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

import static io.jaegertracing.operator.kube.missed.Samples.missed;
import static org.assertj.core.api.Assertions.assertThat;

class FindingsTest {
  private static final Result NOTHING = new Result(List.of(), List.of());

  @Test
  void thereIsNoNumberBeforeEveryNamespaceWasLookedAt() {
    var findings = new Findings(List.of("a", "b"));
    findings.replace("a", of("a"));
    assertThat(findings.count(Reason.MISSING_SIDECAR)).isNaN();
    findings.replace("b", NOTHING);
    assertThat(findings.count(Reason.MISSING_SIDECAR)).isEqualTo(1);
    assertThat(findings.count(Reason.ALTERED_SIDECAR)).isZero();
  }

  @Test
  void oneNamespaceIsReplacedWithinAllOfThem() {
    var findings = new Findings(List.of(""));
    findings.replace(
        "",
        new Result(
            List.of(
                missed("a", "1", Reason.MISSING_SIDECAR),
                missed("b", "2", Reason.MISSING_SIDECAR),
                missed("b", "3", Reason.ALTERED_SIDECAR)),
            List.of(new PodName("b", "x", "4"))));
    assertThat(Findings.REASONS.stream().map(findings::count)).containsExactly(2.0, 1.0, 1.0);
    findings.replace("b", NOTHING);
    assertThat(Findings.REASONS.stream().map(findings::count)).containsExactly(1.0, 0.0, 0.0);
    findings.replace("", of("c"));
    assertThat(Findings.REASONS.stream().map(findings::count)).containsExactly(1.0, 0.0, 0.0);
  }

  private static Result of(String namespace) {
    return new Result(List.of(missed(namespace, "1", Reason.MISSING_SIDECAR)), List.of());
  }
}
