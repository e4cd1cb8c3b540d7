package io.jaegertracing.operator.core.inject.limits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.StreamSupport;

/** A LimitRange as far as it is about containers and Pods. */
public record LimitRange(String name, List<Item> items) {
  private static final String CONTAINER = "Container";
  private static final String POD = "Pod";

  /**
   * One kind of bounds.
   *
   * @param defaults what a container gets where it says nothing
   * @param ratio how many times its request a limit may be
   */
  record Item(
      boolean ofContainer,
      Amounts defaults,
      SortedMap<String, Amount> min,
      SortedMap<String, Amount> max,
      SortedMap<String, Amount> ratio) {

    /** The API server stores what was left out, files leave it out: a default is the largest amount, and requested; else the smallest is. */
    private static Item of(JsonNode item) {
      var ofContainer = item.path("type").asText().equals(CONTAINER);
      var min = Amount.all(item.path("min"));
      var max = Amount.all(item.path("max"));
      var defaults = Amounts.NONE;
      if (ofContainer) {
        var limits = Amounts.completed(Amount.all(item.path("default")), max);
        var requests = Amounts.completed(Amount.all(item.path("defaultRequest")), limits);
        defaults = new Amounts(Amounts.completed(requests, min), limits);
      }
      return new Item(
          ofContainer, defaults, min, max, Amount.all(item.path("maxLimitRequestRatio")));
    }
  }

  public LimitRange {
    items = List.copyOf(items);
  }

  public static LimitRange of(JsonNode object) {
    return new LimitRange(
        object.at("/metadata/name").asText(),
        StreamSupport.stream(object.at("/spec/limits").spliterator(), false)
            .filter(LimitRange::isOfInterest)
            .map(Item::of)
            .toList());
  }

  /** Of several items for containers the last says what the default is. */
  Amounts defaults() {
    return items.stream().map(Item::defaults).reduce(Amounts.NONE, Amounts::under);
  }

  private static boolean isOfInterest(JsonNode item) {
    var type = item.path("type").asText();
    return type.equals(CONTAINER) || type.equals(POD);
  }
}
