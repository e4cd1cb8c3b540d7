package io.jaegertracing.operator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.jaegertracing.operator.api.json.Extensible;
import java.util.Map;

/** How the Prometheus operator learns where the metrics of Jaeger are. */
public class ServiceMonitor extends Extensible {
  @JsonPropertyDescription(
      "Whether every program of Jaeger gets a ServiceMonitor, and a Service for its metrics. Default: false.")
  public Boolean enabled;

  @JsonPropertyDescription(
      "How often metrics are read, such as 30s. Default: the interval of Prometheus.")
  public String interval;

  @JsonPropertyDescription("Labels of the ServiceMonitors, by which a Prometheus may choose them.")
  public Map<String, String> labels;
}
