package io.jaegertracing.operator.api.component;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.jaegertracing.operator.api.json.Extensible;

/** How many Pods may be missing at a time. */
@JsonClassDescription("How many Pods may be missing at a time.")
@ValidationRule(
    value = "has(self.minAvailable) != has(self.maxUnavailable)",
    message = "give either minAvailable or maxUnavailable")
public class DisruptionBudget extends Extensible {
  @JsonPropertyDescription("How many Pods must stay, as a number or a percentage such as 50%.")
  public IntOrString minAvailable;

  @JsonPropertyDescription("How many Pods may be missing, as a number or a percentage such as 50%.")
  public IntOrString maxUnavailable;
}
