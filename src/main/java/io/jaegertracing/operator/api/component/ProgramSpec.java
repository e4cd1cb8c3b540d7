package io.jaegertracing.operator.api.component;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Probe;
import io.jaegertracing.operator.api.json.Options;

/** The fields of everything that runs a program of Jaeger. */
public class ProgramSpec extends PodFields {
  @JsonPropertyDescription("Image to run instead of the operator's own choice.")
  public String image;

  @JsonPropertyDescription(
      "Flags of the process, as a map that may nest: es: {server-urls: u} is --es.server-urls=u. A list repeats"
          + " its flag.")
  public Options options;

  @JsonPropertyDescription("Replaces the readiness probe of the component.")
  public Probe readinessProbe;

  @JsonPropertyDescription(
      "Startup probe of the container, as in a container's spec: no other probe counts until it succeeds. Default:"
          + " none.")
  public Probe startupProbe;
}
