package io.jaegertracing.operator.core.inject.limits;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.Quantities;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** So much of something, with the text that somebody wrote. */
public record Amount(BigDecimal value, String text) implements Comparable<Amount> {

  /** By the name of what there is so much of; what is no amount is left out. */
  static SortedMap<String, Amount> all(JsonNode map) {
    var all = new TreeMap<String, Amount>();
    map.properties().forEach(entry -> {
      var text = entry.getValue().asText();
      Quantities.amount(text).ifPresent(value -> all.put(entry.getKey(), new Amount(value, text)));
    });
    return all;
  }

  Amount plus(Amount other) {
    var sum = value.add(other.value);
    return new Amount(sum, Quantities.text(sum));
  }

  Amount larger(Amount other) {
    return isMoreThan(other) ? this : other;
  }

  boolean isMoreThan(Amount other) {
    return compareTo(other) > 0;
  }

  boolean isNothing() {
    return value.signum() == 0;
  }

  @Override
  public int compareTo(Amount other) {
    return value.compareTo(other.value);
  }
}
