package io.jaegertracing.operator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.jaegertracing.operator.api.json.Extensible;
import io.jaegertracing.operator.api.json.FreeForm;

/** Which traces clients shall sample. */
public class Sampling extends Extensible {
  @JsonPropertyDescription(
      "Sampling strategies, handed to the collector as JSON: default_strategy, service_strategies. Default:"
          + " every trace with probability 1.")
  public FreeForm options;
}
