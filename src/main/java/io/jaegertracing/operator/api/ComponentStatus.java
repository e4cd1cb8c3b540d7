package io.jaegertracing.operator.api;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.jaegertracing.operator.api.json.Extensible;

/** What runs of one component. */
@JsonClassDescription("What runs of one component.")
public class ComponentStatus extends Extensible {
  @JsonPropertyDescription("The component: all-in-one, collector, query, ingester or agent.")
  public String name;

  @JsonPropertyDescription("The image that it runs.")
  public String image;

  @JsonPropertyDescription("How many Pods shall run.")
  public Integer desiredReplicas;

  @JsonPropertyDescription("How many Pods are ready.")
  public Integer readyReplicas;
}
