package io.jaegertracing.operator.api.component;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Lifecycle;
import java.util.Map;

/** The collector, which receives spans. */
public class Collector extends ScaledSpec {
  @JsonPropertyDescription(
      "Type of the Service: ClusterIP, NodePort or LoadBalancer. Default: ClusterIP. The headless Service keeps"
          + " its own.")
  public String serviceType;

  @JsonPropertyDescription(
      "Annotations of the Service, such as those that a load balancer reads. Not of the headless one.")
  public Map<String, String> serviceAnnotations;

  @JsonPropertyDescription(
      "What runs after the container started and before it stops, as in a container's spec.")
  public Lifecycle lifecycle;

  @JsonPropertyDescription("Seconds that the Pod has to stop. Default: 30, as Kubernetes sets it.")
  public Long terminationGracePeriodSeconds;
}
