package io.jaegertracing.operator.core.plan;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import java.util.Map;
import java.util.Optional;

/** One Deployment of a Jaeger as its user wants it; what a component cannot have is absent. */
public record Component(
    Common own,
    Flags flags,
    String image,
    Optional<Integer> replicas,
    Optional<Scaling> scaling,
    Optional<DeploymentStrategy> rollout,
    Optional<Lifecycle> lifecycle,
    Optional<Long> terminationGraceSeconds,
    Optional<String> kafkaSecret,
    Service service,
    boolean traced,
    Metrics metrics,
    Optional<Disruption> disruption) {

  /** Present when an autoscaler owns the number of replicas. */
  public record Scaling(Optional<Integer> least, int most) {}

  public record Service(
      String type,
      Optional<Integer> nodePort,
      Optional<Integer> grpcNodePort,
      Map<String, String> annotations) {}

  /** How many Pods may be missing; one of the two is said. */
  public record Disruption(
      Optional<IntOrString> minAvailable, Optional<IntOrString> maxUnavailable) {}

  /** Where span metrics are read from. */
  public record Metrics(String type, String serverUrl) {}
}
