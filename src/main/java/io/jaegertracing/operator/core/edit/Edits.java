package io.jaegertracing.operator.core.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A tree while it is changed. Every change is applied and written down as an RFC 6902 operation, so that the operations turn the original into {@link #tree}.
 * The original is not touched: what lies on the way to a change is copied first, once.
 */
public final class Edits {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Something stands where a map or a list belongs. */
  public static final class WrongShape extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongShape(Path path, String expected) {
      super(path.pointer() + " is no " + expected);
    }
  }

  private final Set<JsonNode> copies = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> guarded = new HashSet<>();
  private final ArrayNode operations = NODES.arrayNode();
  private JsonNode root;

  public Edits(JsonNode original) {
    this.root = original;
  }

  public JsonNode tree() {
    return root;
  }

  public JsonNode at(Path path) {
    return path.in(root);
  }

  public boolean isEmpty() {
    return operations.isEmpty();
  }

  public ArrayNode operations() {
    return operations;
  }

  /** Adds or replaces a field or replaces an item; maps on the way are made; what is equal already stays. */
  public void set(Path path, JsonNode value) {
    var current = at(path);
    if (current.equals(value)) {
      return;
    }
    var holder = path.parent();
    if (path.isRoot()) {
      write("replace", path).set("value", value);
      root = value;
    } else if (path.isItem()) {
      var items = list(holder);
      guard(path);
      write("replace", path).set("value", value);
      items.set(path.index(), value);
    } else if (isAbsent(at(holder))) {
      set(holder, NODES.objectNode().set(path.fieldName(), value));
    } else {
      var fields = map(holder);
      guard(path);
      write(current.isMissingNode() ? "add" : "replace", path).set("value", value);
      fields.set(path.fieldName(), value);
    }
  }

  /** At the end of a list, which is made if there is none. */
  public void append(Path list, JsonNode item) {
    var current = at(list);
    if (isAbsent(current)) {
      set(list, NODES.arrayNode().add(item));
      return;
    }
    var items = list(list);
    guard(list);
    write("add", list.field("-")).set("value", item);
    items.add(item);
  }

  /** In front of everything else in a list, which is made if there is none. */
  public void prepend(Path list, JsonNode item) {
    if (isAbsent(at(list))) {
      set(list, NODES.arrayNode().add(item));
      return;
    }
    var items = list(list);
    guard(list);
    write("add", list.item(0)).set("value", item);
    items.insert(0, item);
    forgetGuards(list);
  }

  /** What is not there needs no removal. */
  public void remove(Path path) {
    if (at(path).isMissingNode()) {
      return;
    }
    guard(path);
    write("remove", path);
    if (path.isItem()) {
      list(path.parent()).remove(path.index());
      forgetGuards(path.parent());
    } else {
      map(path.parent()).remove(path.fieldName());
    }
  }

  /** A map or list that lost its last entry goes, too. */
  public void removeIfEmpty(Path path) {
    var current = at(path);
    if (current.isContainerNode() && current.isEmpty()) {
      remove(path);
    }
  }

  private ObjectNode write(String operation, Path path) {
    return operations.addObject().put("op", operation).put("path", path.pointer());
  }

  /** An index says little about what is meant; the name of the item says more. */
  private void guard(Path path) {
    if (path.isRoot()) {
      return;
    }
    guard(path.parent());
    var name = path.isItem() ? at(path).path("name") : NODES.missingNode();
    if (name.isTextual() && guarded.add(path.pointer())) {
      write("test", path.field("name")).set("value", name);
    }
  }

  private void forgetGuards(Path list) {
    var below = list.pointer() + "/";
    guarded.removeIf(pointer -> pointer.startsWith(below));
  }

  private ObjectNode map(Path path) {
    if (copy(path) instanceof ObjectNode map) {
      return map;
    }
    throw new WrongShape(path, "map");
  }

  private ArrayNode list(Path path) {
    if (copy(path) instanceof ArrayNode list) {
      return list;
    }
    throw new WrongShape(path, "list");
  }

  /** A copy of the node alone, put in its place, whose items and fields are still those of the original. */
  private JsonNode copy(Path path) {
    var current = at(path);
    if (copies.contains(current) || !current.isContainerNode()) {
      return current;
    }
    var copied = shallow(current);
    copies.add(copied);
    if (path.isRoot()) {
      root = copied;
    } else if (path.isItem()) {
      ((ArrayNode) copy(path.parent())).set(path.index(), copied);
    } else {
      ((ObjectNode) copy(path.parent())).set(path.fieldName(), copied);
    }
    return copied;
  }

  private static JsonNode shallow(JsonNode node) {
    if (node instanceof ObjectNode map) {
      return NODES.objectNode().setAll(map);
    }
    return NODES.arrayNode(node.size()).addAll((ArrayNode) node);
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
