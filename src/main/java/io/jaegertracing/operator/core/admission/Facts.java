package io.jaegertracing.operator.core.admission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All that a judge may know besides the review. */
public record Facts(Snapshot snapshot, Map<Lookup, Answer> answers) {

  /** What a lookup brought. */
  public sealed interface Answer {
    /** The object, or as much of it as is of interest, as a tree. */
    record Found(JsonNode object) implements Answer {}

    record Absent() implements Answer {}

    /** The cluster has no such kind. */
    record KindAbsent() implements Answer {}

    /** In the time that there was, nobody answered. */
    record Unanswered(String why) implements Answer {}
  }

  public Facts {
    answers = Map.copyOf(answers);
  }

  public static Facts of(Snapshot snapshot) {
    return new Facts(snapshot, Map.of());
  }

  public Facts and(Map<Lookup, Answer> more) {
    var all = new HashMap<>(answers);
    all.putAll(more);
    return new Facts(snapshot, all);
  }

  /** Empty for what was not looked up yet. */
  public Optional<Answer> answer(Lookup lookup) {
    return Optional.ofNullable(answers.get(lookup));
  }
}
