package io.jaegertracing.operator.api.storage;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.jaegertracing.operator.api.json.Extensible;

/** The storage plugin. */
public class GrpcPlugin extends Extensible {
  @JsonPropertyDescription(
      "Image whose content is the plugin; it runs as an init container that copies it. Used as it is written.")
  public String image;
}
