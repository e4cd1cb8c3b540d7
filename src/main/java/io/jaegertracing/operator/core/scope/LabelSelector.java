package io.jaegertracing.operator.core.scope;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is demanded of the labels of an object, all of it; it means what the API server understands by the same text. */
public record LabelSelector(List<Demand> demands) {
  private static final String ANY = "any";

  /** About one label. */
  public record Demand(String key, Relation relation, List<String> values) {
    public Demand {
      values = List.copyOf(values);
    }

    boolean isMet(Map<String, String> labels) {
      var value = labels.get(key);
      return switch (relation) {
        case PRESENT -> value != null;
        case ABSENT -> value == null;
        case IN -> value != null && values.contains(value);
        case NOT_IN -> value == null || !values.contains(value);
      };
    }

    String text() {
      return switch (relation) {
        case PRESENT -> key;
        case ABSENT -> "!" + key;
        case IN -> text("=", " in ");
        case NOT_IN -> text("!=", " notin ");
      };
    }

    /** An empty value can only be asked for alone. */
    private String text(String ofOne, String ofSeveral) {
      return values.size() == 1
          ? key + ofOne + values.get(0)
          : key + ofSeveral + "(" + String.join(",", values) + ")";
    }
  }

  /** An object without the label has none of the values. */
  public enum Relation {
    PRESENT,
    ABSENT,
    IN,
    NOT_IN
  }

  public LabelSelector {
    demands = List.copyOf(demands);
  }

  public boolean match(Map<String, String> labels) {
    return demands.stream().allMatch(demand -> demand.isMet(labels));
  }

  public Set<String> keys() {
    return demands.stream().map(Demand::key).collect(Collectors.toUnmodifiableSet());
  }

  /** Labels that match, unless the demands contradict each other. */
  public SortedMap<String, String> example() {
    var labels = new TreeMap<String, String>();
    for (var demand : demands) {
      switch (demand.relation()) {
        case PRESENT -> labels.putIfAbsent(demand.key(), ANY);
        case IN -> labels.put(demand.key(), demand.values().get(0));
        case ABSENT, NOT_IN -> {}
      }
    }
    return labels;
  }

  /** As it is asked of the API server. */
  public String text() {
    return demands.stream().map(Demand::text).collect(Collectors.joining(","));
  }
}
