package io.jaegertracing.operator.api.component;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.jaegertracing.operator.api.json.Extensible;

/** Where the Monitor tab finds its metrics. */
public class MetricsStorage extends Extensible {
  @JsonPropertyDescription("Kind of the metrics storage, such as prometheus. Default: none.")
  public String type;

  @JsonProperty("server-url")
  @JsonPropertyDescription("URL of Prometheus; only with type prometheus.")
  public String serverUrl;
}
