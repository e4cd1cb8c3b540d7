package io.jaegertracing.operator.api.component;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.jaegertracing.operator.api.json.FreeForm;
import io.jaegertracing.operator.api.json.Options;

/** The single process of the strategy allinone. */
public class AllInOne extends CommonSpec {
  @JsonPropertyDescription("Image to run instead of the operator's own choice.")
  public String image;

  @JsonPropertyDescription(
      "Flags of the process, as a map that may nest: es: {server-urls: u} is --es.server-urls=u. A list repeats"
          + " its flag.")
  public Options options;

  @JsonPropertyDescription("Accepted for compatibility; has no effect.")
  public FreeForm config;

  @JsonPropertyDescription("Where the Monitor tab finds its metrics.")
  public MetricsStorage metricsStorage;

  @JsonPropertyDescription("Whether Jaeger traces itself. Default: true.")
  public Boolean tracingEnabled;

  @JsonPropertyDescription("How the Deployment replaces its Pods. Default: Recreate.")
  public DeploymentStrategy strategy;

  @JsonPropertyDescription("PriorityClass of the Pods.")
  public String priorityClassName;
}
