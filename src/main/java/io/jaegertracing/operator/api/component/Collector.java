package io.jaegertracing.operator.api.component;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Nullable;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.jaegertracing.operator.api.json.FreeForm;
import io.jaegertracing.operator.api.json.Options;
import java.util.Map;

/** The collector, which receives spans. */
public class Collector extends CommonSpec {
  @JsonPropertyDescription(
      "Whether a HorizontalPodAutoscaler sets the number of Pods. Not used when replicas is set. Default: true.")
  public Boolean autoscale;

  @JsonPropertyDescription("Fewest Pods that the autoscaler keeps. Default: 1.")
  public Integer minReplicas;

  @JsonPropertyDescription("Most Pods that the autoscaler starts. Default: 100.")
  public Integer maxReplicas;

  @JsonPropertyDescription("How many Pods run. Setting it switches the autoscaler off.")
  public Integer replicas;

  @JsonPropertyDescription("Image to run instead of the operator's own choice.")
  public String image;

  @JsonPropertyDescription(
      "Flags of the process, as a map that may nest: es: {server-urls: u} is --es.server-urls=u. A list repeats"
          + " its flag.")
  public Options options;

  @JsonPropertyDescription("Accepted for compatibility; has no effect.")
  public FreeForm config;

  @JsonPropertyDescription(
      "Type of the Service: ClusterIP, NodePort or LoadBalancer. Default: ClusterIP. The headless Service keeps"
          + " its own.")
  public String serviceType;

  @JsonPropertyDescription("PriorityClass of the Pods.")
  public String priorityClassName;

  @JsonPropertyDescription("How the Deployment replaces its Pods. Default: Recreate.")
  public DeploymentStrategy strategy;

  @JsonPropertyDescription(
      "Secret whose keys become environment variables, for the access to Kafka; only with the strategy streaming.")
  public String kafkaSecretName;

  @Nullable
  @JsonPropertyDescription("Labels that a node must have to run the Pods.")
  public Map<String, String> nodeSelector;

  @JsonPropertyDescription(
      "What runs after the container started and before it stops, as in a container's spec.")
  public Lifecycle lifecycle;

  @JsonPropertyDescription("Seconds that the Pod has to stop. Default: 30, as Kubernetes sets it.")
  public Long terminationGracePeriodSeconds;
}
