package io.jaegertracing.operator.core.reconcile.inputs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.core.reconcile.Digest;

/** What of an object of somebody else makes a difference, without what is said about it. */
public final class Content {
  private Content() {}

  /** The same for the same content. */
  public static String digest(Reference.Kind kind, JsonNode object) {
    var content = JsonNodeFactory.instance.objectNode();
    if (kind == Reference.Kind.ELASTICSEARCH) {
      content.set("nodes", object.at("/spec/nodes"));
      return Digest.of(content);
    }
    for (var field : new String[] {"data", "binaryData"}) {
      content.set(field, object.path(field).isObject() ? object.path(field) : content.objectNode());
    }
    return Digest.of(content);
  }
}
