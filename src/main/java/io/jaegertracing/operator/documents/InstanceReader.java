package io.jaegertracing.operator.documents;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Instances;
import java.util.function.Function;

/** Makes an instance of any tree that says it is a Jaeger: one that cannot be read, or that breaks us, is refused with the reason. */
public record InstanceReader(Instances instances) implements Function<JsonNode, Instance> {
  @Override
  public Instance apply(JsonNode tree) {
    try {
      return instances.of(tree, JaegerReader.read(tree));
    } catch (Failure unreadable) {
      return instances.unreadable(tree, String.valueOf(unreadable.getMessage()));
    } catch (RuntimeException defect) {
      return instances.unreadable(
          tree, "the operator broke on this Jaeger, which is a defect: " + defect);
    }
  }
}
