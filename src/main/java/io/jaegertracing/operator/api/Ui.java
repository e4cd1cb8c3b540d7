package io.jaegertracing.operator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.jaegertracing.operator.api.json.Extensible;
import io.jaegertracing.operator.api.json.FreeForm;

/** Settings of the web interface. */
public class Ui extends Extensible {
  @JsonPropertyDescription(
      "Configuration of the web interface, handed to it as JSON: menu, dependencies, tracking and others.")
  public FreeForm options;
}
