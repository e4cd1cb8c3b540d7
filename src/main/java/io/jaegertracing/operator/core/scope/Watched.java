package io.jaegertracing.operator.core.scope;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The namespaces that are looked after.
 *
 * @param names none means all that have the labels
 * @param labels given in place of names
 */
public record Watched(List<String> names, Optional<LabelSelector> labels) {
  /** Every namespace that there is or will be. */
  public static final Watched EVERYTHING = new Watched(List.of(), Optional.empty());

  public Watched {
    names = names.stream().distinct().toList();
  }

  public static Watched of(String... names) {
    return new Watched(List.of(names), Optional.empty());
  }

  public static Watched labelled(LabelSelector labels) {
    return new Watched(List.of(), Optional.of(labels));
  }

  public boolean isEverything() {
    return names.isEmpty() && labels.isEmpty();
  }

  /** Nobody who looks after named namespaces has a right to look at others. */
  public boolean isOfTheWholeCluster() {
    return names.isEmpty();
  }

  /** From where to read; an empty name stands for all namespaces. */
  public List<String> places() {
    return names.isEmpty() ? List.of("") : names;
  }

  /** As far as its name tells. */
  public boolean mayHave(String namespace) {
    return names.isEmpty() || names.contains(namespace);
  }

  /** Whether a namespace that has these labels is one of them. */
  public boolean has(String namespace, Map<String, String> itsLabels) {
    return mayHave(namespace) && labels.filter(all -> !all.match(itsLabels)).isEmpty();
  }

  /** The labels that make a difference. */
  public Set<String> keys() {
    return labels.map(LabelSelector::keys).orElse(Set.of());
  }
}
