package io.jaegertracing.operator.core.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jaegertracing.operator.support.Patched;
import io.jaegertracing.operator.support.Trees;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EditsTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonNode ONE = NODES.numberNode(1);
  private static final JsonNode TWO = NODES.numberNode(2);

  @Test
  void aFieldThatIsNotThereIsAdded() {
    edited(
        "{b: 1}",
        "{b: 1, a: 2}",
        "[{op: add, path: /a, value: 2}]",
        edits -> edits.set(path("a"), TWO));
  }

  @Test
  void aFieldThatIsThereIsReplaced() {
    edited(
        "{a: 1}",
        "{a: 2}",
        "[{op: replace, path: /a, value: 2}]",
        edits -> edits.set(path("a"), TWO));
  }

  @Test
  void aNullIsReplacedAndNotAdded() {
    edited(
        "{a: null}",
        "{a: 2}",
        "[{op: replace, path: /a, value: 2}]",
        edits -> edits.set(path("a"), TWO));
  }

  @Test
  void whatIsEqualAlreadyIsNoChange() {
    edited("{a: {b: [1]}}", "{a: {b: [1]}}", "[]", edits -> {
      edits.set(path("a").field("b").item(0), ONE);
      edits.set(path("a"), Trees.of("{b: [1]}"));
      edits.set(Path.ROOT, Trees.of("{a: {b: [1]}}"));
    });
  }

  @Test
  void mapsOnTheWayAreMadeInOneOperation() {
    edited(
        "{}",
        "{a: {b: {c: 1}}}",
        "[{op: add, path: /a, value: {b: {c: 1}}}]",
        edits -> edits.set(path("a").field("b").field("c"), ONE));
  }

  @Test
  void aNullOnTheWayIsReplacedByAMap() {
    edited(
        "{a: {b: null}}",
        "{a: {b: {c: 1}}}",
        "[{op: replace, path: /a/b, value: {c: 1}}]",
        edits -> edits.set(path("a").field("b").field("c"), ONE));
  }

  @Test
  void slashesAndTildesOfANameAreEscaped() {
    edited(
        "{'a/b~c': {'~1': 1}}",
        "{'a/b~c': {'~1': 2, '': 1}}",
        "[{op: replace, path: /a~1b~0c/~01, value: 2}, {op: add, path: /a~1b~0c/, value: 1}]",
        edits -> {
          edits.set(path("a/b~c").field("~1"), TWO);
          edits.set(path("a/b~c").field(""), ONE);
        });
  }

  @Test
  void aListIsMadeForItsFirstItemAndGrowsAtItsEnd() {
    edited(
        "{a: null, c: [1]}",
        "{a: [1, 2], b: [1], c: [1, 2]}",
        "[{op: replace, path: /a, value: [1]}, {op: add, path: /a/-, value: 2},"
            + " {op: add, path: /b, value: [1]}, {op: add, path: /c/-, value: 2}]",
        edits -> {
          edits.append(path("a"), ONE);
          edits.append(path("a"), TWO);
          edits.append(path("b"), ONE);
          edits.append(path("c"), TWO);
        });
  }

  @Test
  void whatIsPutInFrontComesFirst() {
    edited(
        "{a: [1], c: null}",
        "{a: [2, 1], b: [1], c: [2]}",
        "[{op: add, path: /a/0, value: 2}, {op: add, path: /b, value: [1]}, {op: replace, path: /c, value: [2]}]",
        edits -> {
          edits.prepend(path("a"), TWO);
          edits.prepend(path("b"), ONE);
          edits.prepend(path("c"), TWO);
        });
  }

  @Test
  void fieldsAndItemsAreRemoved() {
    edited(
        "{a: 1, b: [1, 2], c: null}",
        "{b: [2]}",
        "[{op: remove, path: /a}, {op: remove, path: /b/0}, {op: remove, path: /c}]",
        edits -> {
          edits.remove(path("a"));
          edits.remove(path("b").item(0));
          edits.remove(path("c"));
        });
  }

  @Test
  void whatIsNotThereNeedsNoRemoval() {
    edited("{a: {}, b: []}", "{a: {}, b: []}", "[]", edits -> {
      edits.remove(path("c").field("d").item(3));
      edits.remove(path("a").field("b"));
      edits.remove(path("b").item(0));
      edits.removeIfEmpty(path("c"));
    });
  }

  @Test
  void onlyEmptyMapsAndListsAreRemovedAsEmpty() {
    edited(
        "{a: {}, b: [], c: {d: null}, e: '', f: null}",
        "{c: {d: null}, e: '', f: null}",
        "[{op: remove, path: /a}, {op: remove, path: /b}]",
        edits -> {
          for (var name : new String[] {"a", "b", "c", "e", "f"}) {
            edits.removeIfEmpty(path(name));
          }
        });
  }

  @Test
  void theNameOfAnItemIsTestedOnceBeforeItsIndexIsUsed() {
    edited(
        "{a: [{name: x}, {name: y, e: [{name: z}]}]}",
        "{a: [{name: x}, {name: y, e: [{name: z, v: 2}], w: 1}]}",
        "[{op: test, path: /a/1/name, value: y}, {op: test, path: /a/1/e/0/name, value: z},"
            + " {op: add, path: /a/1/e/0/v, value: 2}, {op: add, path: /a/1/w, value: 1}]",
        edits -> {
          edits.set(path("a").item(1).field("e").item(0).field("v"), TWO);
          edits.set(path("a").item(1).field("w"), ONE);
        });
  }

  @Test
  void anItemWithoutAProperNameIsNotTested() {
    edited(
        "{a: [{}, {name: 1}, {name: null}, 5]}",
        "{a: [{v: 1}, {name: 1, v: 1}, {name: null, v: 1}, 1]}",
        "[{op: add, path: /a/0/v, value: 1}, {op: add, path: /a/1/v, value: 1},"
            + " {op: add, path: /a/2/v, value: 1}, {op: replace, path: /a/3, value: 1}]",
        edits -> {
          for (var i = 0; i < 3; i++) {
            edits.set(path("a").item(i).field("v"), ONE);
          }
          edits.set(path("a").item(3), ONE);
        });
  }

  @Test
  void itemsThatMovedAreTestedAgain() {
    edited(
        "{a: [{name: x}, {name: y}, {name: z}]}",
        "{a: [5, {name: y, v: 2}, {name: z, v: 1}]}",
        "[{op: test, path: /a/1/name, value: y}, {op: add, path: /a/1/v, value: 1},"
            + " {op: test, path: /a/0/name, value: x}, {op: remove, path: /a/0},"
            + " {op: test, path: /a/0/name, value: y}, {op: replace, path: /a/0/v, value: 2},"
            + " {op: add, path: /a/0, value: 5},"
            + " {op: test, path: /a/2/name, value: z}, {op: add, path: /a/2/v, value: 1}]",
        edits -> {
          edits.set(path("a").item(1).field("v"), ONE);
          edits.remove(path("a").item(0));
          edits.set(path("a").item(0).field("v"), TWO);
          edits.prepend(path("a"), NODES.numberNode(5));
          edits.set(path("a").item(2).field("v"), ONE);
        });
  }

  @Test
  void aNewNameIsTestedByItsNewText() {
    edited(
        "{a: [{name: x}]}",
        "{a: [{name: y, v: 1}]}",
        "[{op: test, path: /a/0/name, value: x}, {op: replace, path: /a/0, value: {name: y}},"
            + " {op: add, path: /a/0/v, value: 1}]",
        edits -> {
          edits.set(path("a").item(0), Trees.of("{name: y}"));
          edits.set(path("a").item(0).field("v"), ONE);
        });
  }

  @Test
  void theWholeTreeIsReplacedAtItsRoot() {
    edited(
        "{a: 1}",
        "{b: 1}",
        "[{op: replace, path: '', value: {b: 1}}]",
        edits -> edits.set(Path.ROOT, Trees.of("{b: 1}")));
  }

  @Test
  void whatIsWrittenIsNotChangedByWhatComesAfter() {
    var value = Trees.of("{b: 1}");
    edited(
        "{}",
        "{a: {b: 1, c: 2}, d: [{b: 1}, 2]}",
        "[{op: add, path: /a, value: {b: 1}}, {op: add, path: /a/c, value: 2},"
            + " {op: add, path: /d, value: [{b: 1}]}, {op: add, path: /d/-, value: 2}]",
        edits -> {
          edits.set(path("a"), value);
          edits.set(path("a").field("c"), TWO);
          edits.append(path("d"), value);
          edits.append(path("d"), TWO);
        });
    assertThat(value).isEqualTo(Trees.of("{b: 1}"));
  }

  @Test
  void somethingElseInPlaceOfAMapOrListIsNamed() {
    var edits = new Edits(Trees.of("{text: x, list: [], map: {}, number: 1}"));
    assertThatThrownBy(() -> edits.set(path("text").field("a"), ONE))
        .isInstanceOf(Edits.WrongShape.class)
        .hasMessage("/text is no map");
    assertThatThrownBy(() -> edits.set(path("list").field("a"), ONE))
        .isInstanceOf(Edits.WrongShape.class)
        .hasMessage("/list is no map");
    assertThatThrownBy(() -> edits.append(path("map"), ONE))
        .isInstanceOf(Edits.WrongShape.class)
        .hasMessage("/map is no list");
    assertThatThrownBy(() -> edits.prepend(path("number"), ONE))
        .isInstanceOf(Edits.WrongShape.class)
        .hasMessage("/number is no list");
    assertThat(edits.isEmpty()).isTrue();
  }

  @Test
  void aPathFindsWhatIsThere() {
    var tree = Trees.of("{a: {'b/c': [null, {d: 1}]}}");
    var list = path("a").field("b/c");
    assertThat(list.item(1).field("d").in(tree)).isEqualTo(ONE);
    assertThat(list.item(0).in(tree).isNull()).isTrue();
    assertThat(list.item(2).in(tree)).isSameAs(MissingNode.getInstance());
    assertThat(list.field("d").in(tree).isMissingNode()).isTrue();
    assertThat(path("a").item(0).in(tree).isMissingNode()).isTrue();
    assertThat(Path.ROOT.in(tree)).isSameAs(tree);
    assertThat(list.item(1)).hasToString("/a/b~1c/1");
    assertThat(Path.ROOT).hasToString("");
  }

  private static Path path(String field) {
    return Path.ROOT.field(field);
  }

  private static void edited(
      String before, String after, String operations, Consumer<Edits> change) {
    var original = Trees.of(before);
    var edits = new Edits(original);
    change.accept(edits);
    assertThat(edits.tree()).isEqualTo(Trees.of(after));
    assertThat(edits.operations()).isEqualTo(Trees.of(operations));
    assertThat(edits.isEmpty()).isEqualTo(edits.operations().isEmpty());
    assertThat(original).isEqualTo(Trees.of(before));
    assertThat(Patched.of(original, edits.operations())).isEqualTo(edits.tree());
  }
}
