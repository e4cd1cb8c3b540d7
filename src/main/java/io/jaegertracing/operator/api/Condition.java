package io.jaegertracing.operator.api;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.jaegertracing.operator.api.json.Extensible;

/** One aspect of the installation, in the form that kubectl wait understands. */
@JsonClassDescription("One aspect of the installation.")
public class Condition extends Extensible {
  @JsonPropertyDescription(
      "Which aspect: Ready, Progressing, Degraded, StorageReady or InjectionReady.")
  public String type;

  @JsonPropertyDescription("True, False or Unknown.")
  public String status;

  @JsonPropertyDescription("The metadata.generation that this condition speaks of.")
  public Long observedGeneration;

  @JsonPropertyDescription("When status last changed, as an RFC 3339 time.")
  public String lastTransitionTime;

  @JsonPropertyDescription("Why, in one word for programs.")
  public String reason;

  @JsonPropertyDescription("Why, in a sentence for people.")
  public String message;
}
