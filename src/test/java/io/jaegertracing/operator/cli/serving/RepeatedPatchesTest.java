package io.jaegertracing.operator.cli.serving;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.core.admission.Requester;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Reason;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatedPatchesTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final RepeatedPatches patches = new RepeatedPatches(registry);

  @Test
  void theSamePatchOfTheSameWorkloadIsCounted() {
    for (var i = 0; i < 4; i++) {
      patches.tell(update("one"), patch("a"));
    }
    assertThat(counted()).isEqualTo(3);
  }

  @Test
  void anotherPatchOrWorkloadIsNoRepetition() {
    patches.tell(update("one"), patch("a"));
    patches.tell(update("two"), patch("a"));
    patches.tell(update("one"), patch("b"));
    patches.tell(update("one"), patch("a"));
    assertThat(counted()).isZero();
  }

  @Test
  void whatNeedsNoPatchOrIsNewIsNotCounted() {
    var unchanged = Verdict.unchanged(Finding.of(Reason.UNCHANGED, ""));
    patches.tell(update("one"), unchanged);
    patches.tell(update("one"), unchanged);
    patches.tell(review("CREATE", "two"), patch("a"));
    patches.tell(review("CREATE", "two"), patch("a"));
    assertThat(counted()).isZero();
  }

  @Test
  void theOldestOfTooManyIsForgotten() {
    patches.tell(update("first"), patch("a"));
    for (var i = 0; i < 2_000; i++) {
      patches.tell(update("w" + i), patch("a"));
    }
    patches.tell(update("first"), patch("a"));
    assertThat(counted()).isZero();
    patches.tell(update("w1999"), patch("a"));
    assertThat(counted()).isEqualTo(1);
  }

  private double counted() {
    return registry.get("jaeger_operator_admission_repeated_patches").counter().count();
  }

  private static Verdict patch(String value) {
    var operations = JsonNodeFactory.instance.arrayNode();
    operations.addObject().put("op", "add").put("path", "/a").put("value", value);
    return Verdict.about(Finding.of(Reason.INJECTED, ""), Optional.of(operations), List.of());
  }

  private static Review update(String uid) {
    return review("UPDATE", uid);
  }

  private static Review review(String operation, String uid) {
    var workload = JsonNodeFactory.instance.objectNode();
    workload.putObject("metadata").put("uid", uid);
    return new Review(
        "admission.k8s.io/v1",
        "1",
        new Review.Kind("apps", "v1", "Deployment"),
        new Review.Resource("apps", "v1", "deployments"),
        "",
        operation,
        "shop",
        "web",
        false,
        Optional.of(workload),
        Optional.empty(),
        Requester.NOBODY);
  }
}
