package io.jaegertracing.operator.core.plan.reading;

import io.jaegertracing.operator.api.JaegerSpec;
import io.jaegertracing.operator.api.component.AllInOne;
import io.jaegertracing.operator.api.component.Collector;
import io.jaegertracing.operator.api.component.DisruptionBudget;
import io.jaegertracing.operator.api.component.Ingester;
import io.jaegertracing.operator.api.component.MetricsStorage;
import io.jaegertracing.operator.api.component.Query;
import io.jaegertracing.operator.core.plan.Agent;
import io.jaegertracing.operator.core.plan.Component;
import io.jaegertracing.operator.core.plan.Component.Disruption;
import io.jaegertracing.operator.core.plan.Component.Metrics;
import io.jaegertracing.operator.core.plan.Component.Scaling;
import io.jaegertracing.operator.core.plan.Component.Service;
import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.Images;
import io.jaegertracing.operator.core.plan.words.Words;
import io.jaegertracing.operator.core.problem.Notice;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The five programs of a Jaeger, each with what its user may say of it. */
record ComponentReader(Images images, Words words) {
  private static final Set<String> AGENT_STRATEGIES = Set.of("daemonset", "sidecar");
  private static final Service PLAIN =
      new Service("ClusterIP", Optional.empty(), Optional.empty(), Map.of());

  Component allInOne(JaegerSpec spec, Flags flags) {
    var given = Objects.requireNonNullElseGet(spec.allInOne, AllInOne::new);
    return new Component(
        CommonReader.read(given),
        flags,
        images.of(Images.Component.ALL_IN_ONE, CommonReader.orEmpty(given.image)),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(given.strategy),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        PLAIN,
        isTraced(given.tracingEnabled),
        metrics(given.metricsStorage),
        Optional.empty());
  }

  Component collector(JaegerSpec spec, Flags flags) {
    var given = Objects.requireNonNullElseGet(spec.collector, Collector::new);
    var replicas = words.count("spec.collector.replicas", given.replicas);
    return new Component(
        CommonReader.read(given),
        flags,
        images.of(Images.Component.COLLECTOR, CommonReader.orEmpty(given.image)),
        replicas,
        scaling("spec.collector", given.autoscale, replicas, given.minReplicas, given.maxReplicas),
        Optional.ofNullable(given.strategy),
        Optional.ofNullable(given.lifecycle),
        Optional.ofNullable(given.terminationGracePeriodSeconds),
        CommonReader.text(given.kafkaSecretName),
        service(given.serviceType, null, null, given.serviceAnnotations),
        true,
        metrics(null),
        disruption("spec.collector", given.podDisruptionBudget));
  }

  Component query(JaegerSpec spec, Flags flags) {
    var given = Objects.requireNonNullElseGet(spec.query, Query::new);
    return new Component(
        CommonReader.read(given),
        flags,
        images.of(Images.Component.QUERY, CommonReader.orEmpty(given.image)),
        words.count("spec.query.replicas", given.replicas),
        Optional.empty(),
        Optional.ofNullable(given.strategy),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        service(given.serviceType, given.nodePort, given.grpcNodePort, given.serviceAnnotations),
        isTraced(given.tracingEnabled),
        metrics(given.metricsStorage),
        disruption("spec.query", given.podDisruptionBudget));
  }

  Component ingester(JaegerSpec spec, Flags flags) {
    var given = Objects.requireNonNullElseGet(spec.ingester, Ingester::new);
    var replicas = words.count("spec.ingester.replicas", given.replicas);
    return new Component(
        CommonReader.read(given),
        flags,
        images.of(Images.Component.INGESTER, CommonReader.orEmpty(given.image)),
        replicas,
        scaling("spec.ingester", given.autoscale, replicas, given.minReplicas, given.maxReplicas),
        Optional.ofNullable(given.strategy),
        Optional.empty(),
        Optional.empty(),
        CommonReader.text(given.kafkaSecretName),
        PLAIN,
        true,
        metrics(null),
        disruption("spec.ingester", given.podDisruptionBudget));
  }

  Agent agent(JaegerSpec spec, Flags flags) {
    var given = Objects.requireNonNullElseGet(
        spec.agent, io.jaegertracing.operator.api.component.Agent::new);
    CommonReader.text(given.strategy)
        .filter(text -> !AGENT_STRATEGIES.contains(text.toLowerCase(Locale.ROOT)))
        .ifPresent(text ->
            words.findings().note(Notice.NOT_ON_NODES, "spec.agent.strategy", Words.quoted(text)));
    return new Agent(
        CommonReader.read(given),
        flags,
        images.of(Images.Component.AGENT, CommonReader.orEmpty(given.image)),
        "daemonset".equalsIgnoreCase(given.strategy),
        Optional.ofNullable(given.hostNetwork),
        CommonReader.text(given.dnsPolicy),
        Optional.ofNullable(given.sidecarSecurityContext));
  }

  private Optional<Scaling> scaling(
      String field,
      @Nullable Boolean autoscale,
      Optional<Integer> replicas,
      @Nullable Integer least,
      @Nullable Integer most) {
    var atLeast = words.count(field + ".minReplicas", least);
    var atMost = words.count(field + ".maxReplicas", most);
    return replicas.isPresent() || Boolean.FALSE.equals(autoscale)
        ? Optional.empty()
        : Optional.of(new Scaling(atLeast, atMost.orElse(100)));
  }

  private Optional<Disruption> disruption(String field, @Nullable DisruptionBudget given) {
    return new OperationReader(words.findings()).disruption(field + ".podDisruptionBudget", given);
  }

  private static Service service(
      @Nullable String type,
      @Nullable Integer port,
      @Nullable Integer grpcPort,
      @Nullable Map<String, String> annotations) {
    return new Service(
        CommonReader.text(type).orElse("ClusterIP"),
        Optional.ofNullable(port),
        Optional.ofNullable(grpcPort),
        CommonReader.map(annotations));
  }

  private static boolean isTraced(@Nullable Boolean enabled) {
    return !Boolean.FALSE.equals(enabled);
  }

  private static Metrics metrics(@Nullable MetricsStorage given) {
    return given == null
        ? new Metrics("", "")
        : new Metrics(CommonReader.orEmpty(given.type), CommonReader.orEmpty(given.serverUrl));
  }
}
