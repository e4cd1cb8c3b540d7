package io.jaegertracing.operator.core.validation;

import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is known so far of the Elasticsearch objects, and what has to be asked about them. */
final class KnownElasticsearches implements Elasticsearches {
  private final Facts facts;
  private final Set<Lookup> questions = new HashSet<>();
  private final Set<String> silences = new TreeSet<>();

  KnownElasticsearches(Facts facts) {
    this.facts = facts;
  }

  @Override
  public Optional<Boolean> exists(String namespace, String name) {
    var lookup = new Lookup.OfElasticsearch(namespace, name);
    var answer = facts.answer(lookup);
    if (answer.isEmpty()) {
      questions.add(lookup);
      return Optional.empty();
    }
    if (answer.get() instanceof Answer.Unanswered silence) {
      silences.add("[" + Rule.MISSING_ELASTICSEARCH.code() + "] whether the Elasticsearch " + name
          + " exists is not known: " + silence.why());
    }
    return answer
        .filter(known -> known instanceof Answer.Found || known instanceof Answer.Absent)
        .map(Answer.Found.class::isInstance);
  }

  Set<Lookup> questions() {
    return questions;
  }

  /** What nobody answered. */
  Set<String> silences() {
    return silences;
  }
}
