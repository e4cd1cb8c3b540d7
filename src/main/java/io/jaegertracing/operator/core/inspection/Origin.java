package io.jaegertracing.operator.core.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds out which template says what the API server would refuse.
 *
 * @param pods with all templates over them
 * @param templates those that lie over them, the most specific first
 */
record Origin(JsonNode pods, List<Template> templates) {
  private static final Pattern STEP = Pattern.compile("\\.([^.\\[\\]]+)|\\[(\\d+)]");

  /** @param field where the user wrote it */
  record Template(String field, JsonNode tree) {}

  /** Where the user has to look: the template that says most of what leads to this place. */
  String of(String place) {
    var best = new Reach(-1, place);
    for (var template : templates) {
      var reach = reach(template, place);
      best = reach.steps() > best.steps() ? reach : best;
    }
    return best.field();
  }

  private record Reach(int steps, String field) {}

  private Reach reach(Template template, String place) {
    var merged = pods;
    var said = template.tree();
    var field = new StringBuilder(template.field());
    var step = STEP.matcher(place);
    var steps = 0;
    var end = 0;
    while (step.lookingAt()) {
      var name = step.group(1);
      if (name == null) {
        var index = Integer.parseInt(step.group(2));
        var own = index(merged.path(index), index, said);
        if (own.isEmpty()) {
          break;
        }
        field.append('[').append(own.get()).append(']');
        merged = merged.path(index);
        said = said.path(own.get());
      } else if (said.has(name)) {
        field.append('.').append(name);
        merged = merged.path(name);
        said = said.path(name);
      } else {
        break;
      }
      steps++;
      end = step.end();
      step.region(end, place.length());
    }
    return new Reach(steps, field + place.substring(end));
  }

  /** Where a list of the user has the item that is at this place of the joined one. */
  private static Optional<Integer> index(JsonNode item, int index, JsonNode list) {
    var key = Stream.of("mountPath", "name")
        .filter(name ->
            !list.isEmpty() && item.has(name) && list.valueStream().allMatch(one -> one.has(name)))
        .findFirst();
    return Stream.concat(Stream.of(index), IntStream.range(0, list.size()).boxed())
        .filter(
            place -> key.isEmpty() ? place == index : isNamedAlike(key.get(), list, place, item))
        .filter(list::has)
        .findFirst();
  }

  private static boolean isNamedAlike(String key, JsonNode list, int place, JsonNode item) {
    return list.path(place).path(key).equals(item.path(key));
  }
}
