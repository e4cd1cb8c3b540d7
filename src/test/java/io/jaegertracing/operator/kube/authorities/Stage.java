package io.jaegertracing.operator.kube.authorities;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jaegertracing.operator.core.admission.JaegersOnly;
import io.jaegertracing.operator.core.admission.Requester;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Policy;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.WorkloadKinds;
import io.jaegertracing.operator.core.operand.agent.AgentTemplates;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.kube.RawApi;
import io.jaegertracing.operator.kube.RawApis;
import io.jaegertracing.operator.kube.work.Backoff;
import io.jaegertracing.operator.kube.work.TokenBucket;
import io.jaegertracing.operator.kube.work.WorkQueue;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Keepers that hurry, in a cluster of which one Jaeger is known at first. */
final class Stage {
  static final Instance LENDER = jaeger("obs", "tracing");
  static final String TRUSTED = "tracing-trusted-ca";
  static final String SERVICE = "tracing-service-ca";
  static final Map<String, String> LABELS = Map.of(
      "app.kubernetes.io/managed-by", "jaeger-operator",
      "app.kubernetes.io/component", "ca-configmap");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final List<AuthorityKeeper> keepers = new ArrayList<>();
  private final Clock clock;
  private volatile JaegersOnly known = JaegersOnly.of(LENDER);

  Stage() {
    this(Clock.systemUTC());
  }

  Stage(Clock clock) {
    this.clock = clock;
  }

  static Instance jaeger(String namespace, String name) {
    var plan =
        Plans.of(Strategy.ALL_IN_ONE).ownedBy(name, namespace).onOpenShift().build();
    return new Instance(
        namespace,
        name,
        false,
        Optional.empty(),
        new Instance.Rendered.Ready(AgentTemplates.of(plan)));
  }

  void know(JaegersOnly other) {
    known = other;
  }

  AuthorityKeeper keeper(RawApi api, String namespace, boolean openShift) {
    return keeper(api, policy(namespace, openShift), 100);
  }

  AuthorityKeeper keeper(RawApi api, String namespace, int mostWaiting) {
    return keeper(api, policy(namespace, true), mostWaiting);
  }

  private AuthorityKeeper keeper(RawApi api, Policy policy, int mostWaiting) {
    var made = new AuthorityKeeper(
        api,
        policy,
        () -> known,
        new AuthorityKeeper.Pace(mostWaiting, Stage::quick),
        clock,
        registry);
    keepers.add(made);
    return made;
  }

  void end() {
    keepers.forEach(AuthorityKeeper::ends);
    keepers.forEach(AuthorityKeeper::close);
  }

  void lend(Cluster cluster, String namespace) {
    keeper(RawApis.product(cluster), namespace, true)
        .tell(review(namespace, false), verdict(Reason.INJECTED));
    eventually("both are there", () -> count("written") == 2);
  }

  int count(String result) {
    var counter =
        registry.find("jaeger_operator_authorities").tag("result", result).counter();
    return counter == null ? 0 : (int) counter.count();
  }

  int results() {
    return registry.find("jaeger_operator_authorities").counters().size();
  }

  static Review review(String namespace, boolean dryRun) {
    return new Review(
        "admission.k8s.io/v1",
        "1",
        new Review.Kind("apps", "v1", "Deployment"),
        new Review.Resource("apps", "v1", "deployments"),
        "",
        "CREATE",
        namespace,
        "app",
        dryRun,
        Optional.empty(),
        Optional.empty(),
        Requester.NOBODY);
  }

  static Verdict verdict(Reason reason) {
    return verdict(reason, LENDER.key());
  }

  static Verdict verdict(Reason reason, String jaeger) {
    return Verdict.unchanged(new Finding(reason, "", Optional.of(jaeger)));
  }

  static void create(
      Cluster cluster,
      String namespace,
      String name,
      Map<String, String> labels,
      Map<String, String> annotations) {
    cluster
        .admin()
        .resource(new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(name)
            .withLabels(labels)
            .withAnnotations(annotations)
            .endMetadata()
            .build())
        .create();
  }

  static ConfigMap get(Cluster cluster, String namespace, String name) {
    return cluster.admin().configMaps().inNamespace(namespace).withName(name).require();
  }

  static void eventually(String what, BooleanSupplier looked) {
    Eventually.holds(what, Duration.ofMinutes(1), looked);
  }

  private static Policy policy(String namespace, boolean openShift) {
    return new Policy(
        WorkloadKinds.ALL,
        Policy.Level.BOTH,
        Policy.NativeSidecars.AUTO,
        Watched.of(namespace, "obs"),
        "jaeger-operator",
        openShift);
  }

  private static WorkQueue.Pace quick() {
    return new WorkQueue.Pace(
        new TokenBucket(1000, 1000, System::nanoTime),
        new Backoff(Duration.ofMillis(20), Duration.ofMillis(20), 3),
        () -> 1);
  }
}
