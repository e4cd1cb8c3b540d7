package io.jaegertracing.operator.core.inject.limits;

import io.jaegertracing.operator.core.inject.limits.Breach.Pair;
import io.jaegertracing.operator.core.inject.limits.LimitRange.Item;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** What one LimitRange has against a sidecar, as the API server would have it against the Pod. */
record RangeBreaches(Addition addition, LimitRange range) {
  Optional<String> first() {
    return Stream.concat(tooSmallDefaults(), range.items().stream().flatMap(this::ofItem))
        .findFirst();
  }

  /** What is requested has to fit into a limit that the sidecar did not choose. */
  private Stream<String> tooSmallDefaults() {
    var added = addition.added();
    return range.defaults().limits().keySet().stream()
        .filter(resource -> !addition.stated().limits().containsKey(resource))
        .flatMap(resource -> {
          var pair = Pair.of(resource, added);
          return pair.request() != null
                  && pair.limit() != null
                  && pair.request().isMoreThan(pair.limit())
              ? Stream.of("LimitRange " + range.name() + " gives the sidecar a " + resource
                  + " limit of " + pair.limit().text() + ", it requests "
                  + pair.request().text()
                  + addition.sidecar().remedy("a", resource, "limit"))
              : Stream.empty();
        });
  }

  private Stream<String> ofItem(Item item) {
    return Stream.of(
            ofBounds(item, item.min(), Breach::ofMin),
            ofBounds(item, item.max(), Breach::ofMax),
            ofBounds(item, item.ratio(), Breach::ofRatio))
        .flatMap(breaches -> breaches);
  }

  private Stream<String> ofBounds(
      Item item,
      SortedMap<String, Amount> bounds,
      BiFunction<Amount, Pair, Optional<Breach>> question) {
    return bounds.entrySet().stream().flatMap(entry -> {
      var resource = entry.getKey();
      return breach(item, amounts -> question.apply(entry.getValue(), Pair.of(resource, amounts)))
          .map(breach -> sentence(item, resource, breach))
          .stream();
    });
  }

  private Optional<Breach> breach(Item item, Function<Amounts, Optional<Breach>> question) {
    if (item.ofContainer()) {
      return question.apply(addition.added());
    }
    return question.apply(addition.before().total()).isPresent()
        ? Optional.empty()
        : question.apply(addition.after().total());
  }

  private String sentence(Item item, String resource, Breach breach) {
    var change = breach.change();
    return "LimitRange " + range.name() + ", " + resource + ": "
        + (item.ofContainer() ? "the sidecar" : "the Pod with the sidecar")
        + " needs " + breach.wanted() + ", it has " + breach.found()
        + addition.sidecar().remedy(change.direction(), resource, change.field());
  }
}
