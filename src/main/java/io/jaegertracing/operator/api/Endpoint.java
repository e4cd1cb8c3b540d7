package io.jaegertracing.operator.api;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.jaegertracing.operator.api.json.Extensible;

/** An address at which the installation answers. */
@JsonClassDescription("An address at which the installation answers.")
public class Endpoint extends Extensible {
  @JsonPropertyDescription("What answers there, such as query or collector-otlp-grpc.")
  public String name;

  @JsonPropertyDescription("The address as a URL.")
  public String url;
}
