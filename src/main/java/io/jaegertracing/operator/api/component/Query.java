package io.jaegertracing.operator.api.component;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import java.util.Map;

/** The query service and its web interface. */
public class Query extends ProgramSpec {
  @JsonPropertyDescription("How many Pods run. Default: left to Kubernetes.")
  public Integer replicas;

  @JsonPropertyDescription("Where the Monitor tab finds its metrics.")
  public MetricsStorage metricsStorage;

  @JsonPropertyDescription(
      "Type of the Service: ClusterIP, NodePort or LoadBalancer. Default: ClusterIP.")
  public String serviceType;

  @JsonPropertyDescription("Annotations of the Service, such as those that a load balancer reads.")
  public Map<String, String> serviceAnnotations;

  @JsonPropertyDescription(
      "Port of the web interface on every node; only with serviceType NodePort. Default: chosen by Kubernetes.")
  public Integer nodePort;

  @JsonPropertyDescription(
      "Port of the gRPC API on every node; only with serviceType NodePort. Default: chosen by Kubernetes.")
  public Integer grpcNodePort;

  @JsonPropertyDescription(
      "Whether the query service traces itself, with an agent as sidecar. Default: true.")
  public Boolean tracingEnabled;

  @JsonPropertyDescription(
      "How the Deployment replaces its Pods. Default: a new Pod is ready before an old one goes; with a"
          + " persistentVolumeClaim Recreate.")
  public DeploymentStrategy strategy;

  @JsonPropertyDescription(
      "How many Pods may be missing when nodes are drained. Default: any number.")
  public DisruptionBudget podDisruptionBudget;
}
