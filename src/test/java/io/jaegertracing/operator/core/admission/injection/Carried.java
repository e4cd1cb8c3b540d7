package io.jaegertracing.operator.core.admission.injection;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.edit.Edits;
import io.jaegertracing.operator.core.inject.Scene;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import io.jaegertracing.operator.core.inject.decision.Decision;
import io.jaegertracing.operator.core.inject.decision.InjectionRules;
import io.jaegertracing.operator.core.inject.sidecar.Removal;
import io.jaegertracing.operator.core.inject.sidecar.Sidecar;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A decision carried out on a tree whose operations nobody looks at. */
record Carried(Scene scene, Candidate candidate) {
  JsonNode tree() {
    var complete = new Gathering(candidate, new Facts(scene, scene.objects())).complete();
    var edits = new Edits(candidate.workload());
    var decision = InjectionRules.decide(complete);
    if (decision instanceof Decision.Inject inject) {
      Sidecar.into(edits, complete, inject, this::keys);
    } else if (decision instanceof Decision.Remove) {
      Removal.from(edits, complete);
    }
    return edits.tree();
  }

  private Optional<Set<String>> keys(String name) {
    var answer = scene.objects().get(new Lookup.OfConfigMap(Scene.NAMESPACE, name));
    if (answer instanceof Answer.Unanswered) {
      return Optional.empty();
    }
    var keys = new HashSet<String>();
    if (answer instanceof Answer.Found found) {
      found.object().path("data").fieldNames().forEachRemaining(keys::add);
    }
    return Optional.of(keys);
  }
}
