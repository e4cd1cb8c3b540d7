package io.jaegertracing.operator.core.reconcile.inputs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.core.reconcile.Digest;
import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;

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
    if (kind == Reference.Kind.KAFKA_NODE_POOLS) {
      content.put("owner", Child.of(OwnedKind.KAFKA_NODE_POOL, object).owner());
      return Digest.of(content);
    }
    for (var field : new String[] {"data", "binaryData"}) {
      content.set(field, object.path(field).isObject() ? object.path(field) : content.objectNode());
    }
    return Digest.of(content);
  }
}
