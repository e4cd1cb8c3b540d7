package io.jaegertracing.operator.core.reconcile.inputs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.core.reconcile.Digest;

/** What a Secret or ConfigMap holds, without what is said about it. */
public final class Content {
  private Content() {}

  /** The same for the same content. */
  public static String digest(JsonNode object) {
    var content = JsonNodeFactory.instance.objectNode();
    for (var field : new String[] {"data", "binaryData"}) {
      content.set(field, object.path(field).isObject() ? object.path(field) : content.objectNode());
    }
    return Digest.of(content);
  }
}
