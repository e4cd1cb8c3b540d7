package io.jaegertracing.operator.core.plan;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategyBuilder;
import io.jaegertracing.operator.core.plan.Component.Disruption;
import io.jaegertracing.operator.core.plan.Component.Metrics;
import io.jaegertracing.operator.core.plan.Component.Scaling;
import io.jaegertracing.operator.core.plan.Component.Service;
import java.util.Map;
import java.util.Optional;

/** Components for tests: a plain one, and what a test says of it. */
public final class Components {
  private Common own = Common.NOTHING;
  private Flags flags = Flags.NONE;
  private Optional<Integer> replicas = Optional.empty();
  private Optional<Scaling> scaling = Optional.empty();
  private Optional<DeploymentStrategy> rollout = Optional.empty();
  private Optional<String> kafkaSecret = Optional.empty();
  private Service service = new Service("ClusterIP", Optional.empty(), Optional.empty(), Map.of());
  private Optional<Disruption> disruption = Optional.empty();
  private boolean traced = true;
  private Metrics metrics = new Metrics("", "");

  public static Component plain() {
    return new Components().build();
  }

  public Components own(Common value) {
    own = value;
    return this;
  }

  public Components flag(String name, String text) {
    flags = flags.with(name, text);
    return this;
  }

  public Components replicas(int number) {
    replicas = Optional.of(number);
    return this;
  }

  public Components scaling(Optional<Integer> least, int most) {
    scaling = Optional.of(new Scaling(least, most));
    return this;
  }

  public Components rollout(String type) {
    rollout = Optional.of(new DeploymentStrategyBuilder().withType(type).build());
    return this;
  }

  public Components kafkaSecret(String name) {
    kafkaSecret = Optional.of(name);
    return this;
  }

  public Components service(String type, int port, int grpcPort) {
    service = new Service(type, Optional.of(port), Optional.of(grpcPort), service.annotations());
    return this;
  }

  public Components serviceAnnotations(Map<String, String> annotations) {
    service = new Service(service.type(), service.nodePort(), service.grpcNodePort(), annotations);
    return this;
  }

  public Components maxUnavailable(String percentage) {
    disruption =
        Optional.of(new Disruption(Optional.empty(), Optional.of(new IntOrString(percentage))));
    return this;
  }

  public Components untraced() {
    traced = false;
    return this;
  }

  public Components metrics(String type, String url) {
    metrics = new Metrics(type, url);
    return this;
  }

  public Component build() {
    return new Component(
        own,
        flags,
        "example/program",
        replicas,
        scaling,
        rollout,
        Optional.empty(),
        Optional.empty(),
        kafkaSecret,
        service,
        traced,
        metrics,
        disruption);
  }
}
