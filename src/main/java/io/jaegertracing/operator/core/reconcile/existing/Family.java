package io.jaegertracing.operator.core.reconcile.existing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What exists around one Jaeger: its own objects, and those of others that stand where its own would.
 *
 * @param jaeger its uid
 * @param settled whether the fields that are ours of an object are what the API server made of our last write, even though they differ from it
 */
public record Family(String jaeger, Map<Place, Child> around, Predicate<Child> settled) {
  public Family {
    around = Map.copyOf(around);
  }

  public static Family of(String jaeger, List<Child> around, Predicate<Child> settled) {
    return new Family(
        jaeger,
        around.stream().collect(Collectors.toMap(Child::place, Function.identity())),
        settled);
  }

  /** The same, but for this child. */
  public Family with(Child child) {
    var changed = new HashMap<>(around);
    changed.put(child.place(), child);
    return new Family(jaeger, changed, settled);
  }

  public Optional<Child> at(Place place) {
    return Optional.ofNullable(around.get(place));
  }

  public Optional<Child> own(Place place) {
    return at(place).filter(child -> child.isOf(jaeger));
  }

  /** Everything that belongs to the Jaeger, in an order that depends on nothing else. */
  public List<Child> own() {
    return around.values().stream()
        .filter(child -> child.isOf(jaeger))
        .sorted(Comparator.comparing((Child child) -> child.place().kind())
            .thenComparing(child -> child.place().name()))
        .toList();
  }
}
