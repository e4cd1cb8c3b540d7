package io.jaegertracing.operator.core.inject.decision;

import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.inject.Meta;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the annotations and labels of a workload, of what owns it and of its namespace ask for. */
public sealed interface Wish {
  /** Nobody says anything. */
  record Nothing() implements Wish {}

  record OptedOut(String place) implements Wish {}

  /** Whichever Jaeger there is. */
  record Any(String place) implements Wish {}

  /** One by name, in a namespace if that is given; {@code orAny} if any other will do when there is none of that name. */
  record Named(Optional<String> namespace, String name, String place, boolean orAny)
      implements Wish {}

  record Unreadable(String value, String place) implements Wish {}

  /** Where a value may stand, nearest to the workload first. */
  record Place(String name, Meta meta) {}

  Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

  /** The first value counts. An unspecific one of the workload leaves it to a namespace that names a Jaeger. */
  static Wish of(List<Place> nearestFirst, Place namespace) {
    var own = nearestFirst.stream().flatMap(place -> value(place).stream()).findFirst();
    var inherited = value(namespace);
    if (own.isEmpty()) {
      return inherited.orElseGet(Nothing::new);
    }
    return own.get() instanceof Any && inherited.filter(Named.class::isInstance).isPresent()
        ? orAny((Named) inherited.get())
        : own.get();
  }

  private static Wish orAny(Named named) {
    return new Named(named.namespace(), named.name(), named.place(), true);
  }

  /** An annotation beats a label of the same object; an empty value is none. */
  private static Optional<Wish> value(Place place) {
    return Stream.of(place.meta().annotations(), place.meta().labels())
        .map(texts -> texts.getOrDefault(Wellknown.INJECT, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> read(value, place.name()));
  }

  private static Wish read(String value, String place) {
    if (value.equalsIgnoreCase("false")) {
      return new OptedOut(place);
    }
    if (value.equalsIgnoreCase("true")) {
      return new Any(place);
    }
    var slash = value.indexOf('/');
    var namespace = value.substring(0, Math.max(0, slash));
    var name = value.substring(slash + 1);
    return NAME.matcher(name).matches() && (slash < 0 || NAME.matcher(namespace).matches())
        ? new Named(Optional.of(namespace).filter(given -> slash >= 0), name, place, false)
        : new Unreadable(value, place);
  }
}
