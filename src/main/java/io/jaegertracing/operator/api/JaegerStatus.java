package io.jaegertracing.operator.api;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.jaegertracing.operator.api.json.Extensible;
import java.util.List;
import java.util.Map;

/** What runs, as the operator last saw it. */
@JsonClassDescription("What runs, as the operator last saw it. Written by the operator alone.")
public class JaegerStatus extends Extensible {
  @Required
  @JsonPropertyDescription("Version of Jaeger that this installation was brought to.")
  public String version = "";

  @Required
  @JsonPropertyDescription("Running or Failed, in one word; conditions tell more.")
  public String phase = "";

  @JsonPropertyDescription("The metadata.generation that this status speaks of.")
  public Long observedGeneration;

  @JsonPropertyDescription(
      "Ready, Progressing, Degraded, StorageReady and InjectionReady, each with its reason.")
  public List<Condition> conditions;

  @JsonPropertyDescription("One entry per component that runs.")
  public List<ComponentStatus> components;

  @JsonPropertyDescription("Addresses at which this installation answers.")
  public List<Endpoint> endpoints;

  @JsonPropertyDescription(
      "Jobs that need not run again, by name, each with what stands for its inputs.")
  public Map<String, String> completedJobs;
}
