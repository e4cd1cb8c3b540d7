package io.jaegertracing.operator.api.component;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.jaegertracing.operator.api.json.FreeForm;

/** The single process of the strategy allinone. */
public class AllInOne extends ProgramSpec {
  @JsonPropertyDescription("Accepted for compatibility; has no effect.")
  public FreeForm config;

  @JsonPropertyDescription("Where the Monitor tab finds its metrics.")
  public MetricsStorage metricsStorage;

  @JsonPropertyDescription("Whether Jaeger traces itself. Default: true.")
  public Boolean tracingEnabled;

  @JsonPropertyDescription(
      "How the Deployment replaces its Pods. Default: a new Pod is ready before the old one goes; with memory, badger"
          + " or a persistentVolumeClaim Recreate.")
  public DeploymentStrategy strategy;
}
