package io.jaegertracing.operator.core.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.support.Patched;
import io.jaegertracing.operator.support.Seeded;
import io.jaegertracing.operator.support.Trees;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RandomEditsTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Test
  void theOperationsTurnTheOriginalIntoTheTree() {
    Seeded.rounds(20_000, 500, random -> {
      var text = value(random, 4).toString();
      var original = Trees.literal(text);
      var edits = new Edits(original);
      for (var changes = 1 + random.below(8); changes > 0; changes--) {
        change(random, edits);
      }
      assertThat(original.toString()).isEqualTo(text);
      assertThat(Patched.of(Trees.literal(text), edits.operations()))
          .as("%s after %s", text, edits.operations())
          .isEqualTo(edits.tree());
    });
  }

  private static void change(Seeded random, Edits edits) {
    var path = path(random, edits.tree());
    try {
      switch (random.below(6)) {
        case 0 -> edits.append(path, value(random, 2));
        case 1 -> edits.prepend(path, value(random, 2));
        case 2 -> edits.remove(path.isRoot() ? path.field("a") : path);
        case 3 -> edits.removeIfEmpty(path.isRoot() ? path.field("a") : path);
        case 4 -> edits.set(path, value(random, 3));
        default -> edits.set(path.field(name(random)).field(name(random)), value(random, 1));
      }
    } catch (Edits.WrongShape expected) {
      assertThat(edits.at(path).isMissingNode()).isFalse();
    }
  }

  /** To something that is there, or one field beyond. */
  private static Path path(Seeded random, JsonNode tree) {
    var path = Path.ROOT;
    while (random.chance(85)) {
      var here = path.in(tree);
      if (here.isArray() && !here.isEmpty()) {
        path = path.item(random.below(here.size()));
      } else if (here.isObject() && !here.isEmpty()) {
        var names = new ArrayList<String>();
        here.fieldNames().forEachRemaining(names::add);
        path = path.field(random.one(names));
      } else {
        return here.isObject() ? path.field(name(random)) : path;
      }
    }
    return path;
  }

  private static JsonNode value(Seeded random, int depth) {
    if (depth == 4 || (depth > 0 && random.chance(40))) {
      var map = NODES.objectNode();
      for (var fields = random.below(4); fields > 0; fields--) {
        map.set(name(random), value(random, depth - 1));
      }
      return map;
    }
    if (depth > 0 && random.chance(50)) {
      var list = NODES.arrayNode();
      for (var items = random.below(4); items > 0; items--) {
        list.add(value(random, depth - 1));
      }
      return list;
    }
    return Trees.literal(random.word("null", "1.50", "1e3", "-0", "true", "\"x\"", "\"y\"", "7"));
  }

  private static String name(Seeded random) {
    return random.word("name", "name", "a", "b/c", "~", "~1", "0", "-", "\u00fc \ud83e\udd84");
  }
}
