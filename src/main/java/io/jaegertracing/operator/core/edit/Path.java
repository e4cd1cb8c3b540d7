package io.jaegertracing.operator.core.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where something is in a tree: a field or an item, below another place. */
public final class Path {
  public static final Path ROOT = new Path(null, "", -1);

  private final @Nullable Path parent;
  private final String field;
  private final int index;

  private Path(@Nullable Path parent, String field, int index) {
    this.parent = parent;
    this.field = field;
    this.index = index;
  }

  public static Path of(List<String> fields) {
    var path = ROOT;
    for (var name : fields) {
      path = path.field(name);
    }
    return path;
  }

  public Path field(String name) {
    return new Path(this, name, -1);
  }

  public Path item(int place) {
    return new Path(this, "", place);
  }

  /** What is there, or a missing node. */
  public JsonNode in(JsonNode root) {
    if (parent == null) {
      return root;
    }
    var above = parent.in(root);
    var found = isItem() ? above.path(index) : above.path(field);
    return found == null ? MissingNode.getInstance() : found;
  }

  Path parent() {
    return parent == null ? this : parent;
  }

  boolean isRoot() {
    return parent == null;
  }

  boolean isItem() {
    return index >= 0;
  }

  String fieldName() {
    return field;
  }

  int index() {
    return index;
  }

  /** As RFC 6901 writes it. */
  public String pointer() {
    if (parent == null) {
      return "";
    }
    var step = isItem() ? Integer.toString(index) : field.replace("~", "~0").replace("/", "~1");
    return parent.pointer() + "/" + step;
  }

  @Override
  public String toString() {
    return pointer();
  }
}
