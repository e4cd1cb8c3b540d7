package io.jaegertracing.operator.core.inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.api.Jaeger;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.inject.Instance.Rendered;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.core.plan.reading.Planner;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Jaegers as injection sees them, on one platform. */
public record Instances(Platform platform, Function<JaegerPlan, AgentTemplate> renderer) {

  /** The tree is the same Jaeger, whose metadata says who and in which state it is. */
  public Instance of(JsonNode tree, Jaeger jaeger) {
    return instance(
        tree,
        Planner.plan(jaeger, platform)
            .fold(
                ready -> new Rendered.Ready(renderer.apply(ready.plan())),
                refused -> new Rendered.Refused(refused.reasons())));
  }

  /** A Jaeger that nobody can make sense of is still there: whoever asks for it by name reads why it does not work. */
  public Instance unreadable(JsonNode tree, String reason) {
    return instance(tree, new Rendered.Refused(List.of(reason)));
  }

  private static Instance instance(JsonNode tree, Rendered rendered) {
    var metadata = tree.path("metadata");
    return new Instance(
        metadata.path("namespace").asText(),
        metadata.path("name").asText(),
        !metadata.path("deletionTimestamp").asText().isEmpty(),
        Optional.ofNullable(metadata.path("labels").path(Wellknown.OPERATED_BY).textValue()),
        rendered);
  }
}
