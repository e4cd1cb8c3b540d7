package io.jaegertracing.operator.kube.retouch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Ruling;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds that some workloads have to be changed; the others ask for a Jaeger that does not exist. */
record TinyJudge(Reason reason, Predicate<JsonNode> changes) implements Judge {
  @Override
  public Ruling judge(Review review, Facts facts) {
    var patch = JsonNodeFactory.instance.arrayNode();
    patch.addObject().put("op", "remove").put("path", "/anything");
    return changes.test(review.object().orElseThrow())
        ? Verdict.about(Finding.of(reason, ""), Optional.of(patch), List.of())
        : Verdict.unchanged(Finding.of(Reason.NO_INSTANCE, ""));
  }

  @Override
  public boolean failsOpen() {
    return true;
  }
}
