package io.jaegertracing.operator.core.inject.limits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.Quantities;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The resources of a Jaeger's sidecar, with a workload's own amounts in place of some.
 *
 * @param notes which annotations are left out, and why
 */
public record TunedResources(ObjectNode resources, List<String> notes) {
  private static final String PREFIX = "sidecar.jaegertracing.io/";
  private static final List<String> NAMES = List.of("cpu", "memory");
  private static final Map<String, List<String>> PLACES = new TreeMap<>(Map.of(
      Wellknown.CPU_REQUEST, List.of("requests", "cpu"),
      Wellknown.CPU_LIMIT, List.of("limits", "cpu"),
      Wellknown.MEMORY_REQUEST, List.of("requests", "memory"),
      Wellknown.MEMORY_LIMIT, List.of("limits", "memory")));

  /** Nobody can start a container that asks for more than its limit. */
  public static TunedResources of(SortedMap<String, String> annotations, JsonNode own) {
    var notes = new ArrayList<String>();
    var before = own instanceof ObjectNode map ? map : JsonNodeFactory.instance.objectNode();
    var after = before.deepCopy();
    PLACES.forEach((key, place) -> {
      var value = annotations.getOrDefault(key, "").strip();
      if (isAmount(value)) {
        after.withObject("/" + place.get(0)).put(place.get(1), value);
      } else if (!value.isEmpty()) {
        notes.add("[ignored-annotation] " + key + ": \"" + value
            + "\" is left out; write an amount such as 100m or 64Mi");
      }
    });
    var excess = NAMES.stream().filter(name -> isMore(after, name)).toList();
    if (excess.isEmpty() || after.equals(before)) {
      return new TunedResources(after, notes);
    }
    excess.forEach(name ->
        notes.add("[ignored-annotation] " + PREFIX + name + "-request: more than the limit of "
            + after.path("limits").path(name).asText() + "; the amounts of the Jaeger are kept"));
    return new TunedResources(before, notes);
  }

  private static boolean isMore(ObjectNode resources, String name) {
    var request = resources.path("requests").path(name).asText();
    var limit = resources.path("limits").path(name).asText();
    return !request.isEmpty() && !limit.isEmpty() && Quantities.compare(request, limit) > 0;
  }

  private static boolean isAmount(String text) {
    return Quantities.isValid(text) && !text.startsWith("-");
  }
}
