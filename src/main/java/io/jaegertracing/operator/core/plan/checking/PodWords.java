package io.jaegertracing.operator.core.plan.checking;

import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Findings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is said of Pods in single words; of a word for the whole installation the installation is told. */
record PodWords(JaegerPlan plan, Findings findings) {
  private static final List<String> PULLS = List.of("Always", "IfNotPresent", "Never");

  void check(String field, Common own) {
    var words = new Words(findings);
    each(
        field,
        own,
        "imagePullPolicy",
        Common::imagePullPolicy,
        (place, text) -> words.word(place, text, PULLS));
    each(field, own, "serviceAccount", Common::serviceAccount, words::objectName);
    each(field, own, "priorityClassName", one -> one.pod().priorityClass(), words::objectName);
  }

  private interface Check {
    void of(String field, String text);
  }

  private void each(
      String field, Common own, String name, Function<Common, Optional<String>> part, Check check) {
    var said = part.apply(own);
    said.ifPresent(text -> check.of(field + "." + name, text));
    if (said.isEmpty()) {
      part.apply(plan.common()).ifPresent(text -> check.of("spec." + name, text));
    }
  }
}
