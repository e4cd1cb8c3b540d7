package io.jaegertracing.operator.core.plan;

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
    Optional<String> priorityClass,
    Map<String, String> nodeSelector,
    Optional<Lifecycle> lifecycle,
    Optional<Long> terminationGraceSeconds,
    Optional<String> kafkaSecret,
    Service service,
    boolean traced,
    Metrics metrics) {

  /** Present when an autoscaler owns the number of replicas. */
  public record Scaling(Optional<Integer> least, int most) {}

  public record Service(String type, Optional<Integer> nodePort, Optional<Integer> grpcNodePort) {}

  /** Where span metrics are read from. */
  public record Metrics(String type, String serverUrl) {}
}
