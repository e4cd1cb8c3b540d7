package io.jaegertracing.operator.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.Serial;

/** Makes a mapper keep the text of numbers in every tree it reads; watch events pass through such a tree before they become a Jaeger. */
public final class LiteralModule extends SimpleModule {
  @Serial
  private static final long serialVersionUID = 1L;

  public LiteralModule() {
    super("literal-numbers");
    addDeserializer(JsonNode.class, new LiteralTree());
  }
}
