package io.jaegertracing.operator.api.component;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.jaegertracing.operator.api.json.FreeForm;

/** The fields of programs that an autoscaler may multiply. */
public class ScaledSpec extends ProgramSpec {
  @JsonPropertyDescription(
      "Whether a HorizontalPodAutoscaler sets the number of Pods. Not used when replicas is set. Default: true.")
  public Boolean autoscale;

  @JsonPropertyDescription("Fewest Pods that the autoscaler keeps. Default: 1.")
  public Integer minReplicas;

  @JsonPropertyDescription("Most Pods that the autoscaler starts. Default: 100.")
  public Integer maxReplicas;

  @JsonPropertyDescription("How many Pods run. Setting it switches the autoscaler off.")
  public Integer replicas;

  @JsonPropertyDescription("Accepted for compatibility; has no effect.")
  public FreeForm config;

  @JsonPropertyDescription(
      "How the Deployment replaces its Pods. Default: a new Pod is ready before an old one goes; with a"
          + " persistentVolumeClaim Recreate.")
  public DeploymentStrategy strategy;

  @JsonPropertyDescription(
      "Secret whose keys become environment variables, for the access to Kafka; only with the strategy streaming.")
  public String kafkaSecretName;

  @JsonPropertyDescription(
      "How many Pods may be missing when nodes are drained. Default: any number.")
  public DisruptionBudget podDisruptionBudget;
}
