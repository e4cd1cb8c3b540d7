package io.jaegertracing.operator.core.admission.injection;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import io.jaegertracing.operator.core.inject.decision.Candidate.Owned;
import io.jaegertracing.operator.core.inject.decision.Candidate.Surroundings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Completes a candidate with what is known around it, and finds out what is not. */
final class Gathering {
  /** A Pod of a CronJob has two owners above it; other controllers may have one more. */
  private static final int LONGEST_CHAIN = 4;

  private final Candidate candidate;
  private final Facts facts;
  private final Function<Meta.Owner, Optional<Meta>> known;
  private final Set<Lookup> questions = new HashSet<>();
  private final List<String> unanswered = new ArrayList<>();

  Gathering(Candidate candidate, Facts facts) {
    this(candidate, facts, owner -> Optional.empty());
  }

  /** Owners that are known are not asked for. */
  Gathering(Candidate candidate, Facts facts, Function<Meta.Owner, Optional<Meta>> known) {
    this.candidate = candidate;
    this.facts = facts;
    this.known = known;
  }

  Candidate complete() {
    var snapshot = facts.snapshot();
    var namespace = namespace();
    return candidate.in(
        candidate.kind().isPod() ? owners() : List.of(),
        new Surroundings(
            namespace,
            snapshot.limits(candidate.namespace()),
            snapshot.instances().stream()
                .filter(instance -> isInReach(instance.namespace()))
                .toList(),
            snapshot.supportsNativeSidecars()));
  }

  private boolean isInReach(String namespace) {
    return candidate
        .policy()
        .watches(namespace, facts.snapshot().namespace(namespace).orElse(Meta.NONE));
  }

  Meta namespace() {
    return facts
        .snapshot()
        .namespace(candidate.namespace())
        .or(() -> found(
            new Lookup.OfNamespace(candidate.namespace()), "namespace " + candidate.namespace()))
        .orElse(Meta.NONE);
  }

  /** What has to be asked before a decision; known after {@link #complete} or {@link #namespace}. */
  Set<Lookup> questions() {
    return questions;
  }

  /** What nobody answered in time, so that the decision was taken without it. */
  List<String> unanswered() {
    return unanswered;
  }

  private List<Owned> owners() {
    var chain = new ArrayList<Owned>();
    var next = candidate.meta().controller();
    while (next.isPresent() && chain.size() < LONGEST_CHAIN) {
      var owner = next.get();
      var lookup = new Lookup.OfOwner(
          candidate.namespace(), owner.apiVersion(), owner.kind(), owner.name(), owner.uid());
      var meta = known.apply(owner).or(() -> found(lookup, owner.kind() + " " + owner.name()));
      chain.add(new Owned(owner, meta.orElse(Meta.NONE)));
      next = meta.flatMap(Meta::controller);
    }
    return chain;
  }

  private Optional<Meta> found(Lookup lookup, String what) {
    var answer = facts.answer(lookup);
    if (answer.isEmpty()) {
      questions.add(lookup);
    }
    if (answer.orElse(null) instanceof Answer.Unanswered silence) {
      unanswered.add(what + " was not read: " + silence.why());
    }
    return answer
        .filter(Answer.Found.class::isInstance)
        .map(found -> metadata(((Answer.Found) found).object()));
  }

  private static Meta metadata(JsonNode object) {
    return Meta.of(object.path("metadata"));
  }
}
