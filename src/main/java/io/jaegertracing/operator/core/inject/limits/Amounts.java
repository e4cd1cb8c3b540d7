package io.jaegertracing.operator.core.inject.limits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** What is requested and what is the limit of it, by resource; never changed once made. */
record Amounts(SortedMap<String, Amount> requests, SortedMap<String, Amount> limits) {
  static final Amounts NONE = new Amounts(new TreeMap<>(), new TreeMap<>());

  /** As the API server completes the resources of a container: a limit alone is requested, too. */
  static Amounts of(JsonNode resources) {
    var limits = Amount.all(resources.path("limits"));
    return new Amounts(completed(Amount.all(resources.path("requests")), limits), limits);
  }

  /** With these in place of what is missing. */
  Amounts or(Amounts defaults) {
    return new Amounts(completed(requests, defaults.requests), completed(limits, defaults.limits));
  }

  Amounts plus(Amounts other) {
    return merged(other, Amount::plus);
  }

  Amounts larger(Amounts other) {
    return merged(other, Amount::larger);
  }

  /** Where they say something, they hide what is here. */
  Amounts under(Amounts others) {
    return merged(others, (own, hiding) -> hiding);
  }

  boolean isNothing() {
    return Stream.concat(requests.values().stream(), limits.values().stream())
        .allMatch(Amount::isNothing);
  }

  static SortedMap<String, Amount> completed(
      SortedMap<String, Amount> given, SortedMap<String, Amount> defaults) {
    var all = new TreeMap<>(defaults);
    all.putAll(given);
    return all;
  }

  private Amounts merged(Amounts other, BinaryOperator<Amount> both) {
    return new Amounts(merged(requests, other.requests, both), merged(limits, other.limits, both));
  }

  private static SortedMap<String, Amount> merged(
      SortedMap<String, Amount> one, SortedMap<String, Amount> other, BinaryOperator<Amount> both) {
    var all = new TreeMap<>(one);
    other.forEach((resource, amount) -> all.merge(resource, amount, both));
    return all;
  }
}
