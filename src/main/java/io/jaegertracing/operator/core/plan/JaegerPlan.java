package io.jaegertracing.operator.core.plan;

import io.jaegertracing.operator.core.plan.observed.Observed;
import java.util.Optional;
import java.util.SortedMap;

/** A Jaeger, understood: defaults filled in, contradictions gone. Nothing after it looks at the resource. */
public record JaegerPlan(
    Owner owner,
    Platform platform,
    Strategy strategy,
    Common common,
    Component allInOne,
    Component collector,
    Component query,
    Component ingester,
    Agent agent,
    Optional<String> uiConfiguration,
    String samplingConfiguration,
    Storage storage,
    Exposure exposure,
    boolean provisionsKafka,
    SortedMap<String, String> accountAnnotations,
    Optional<Monitor> monitor,
    Observed observed) {

  public record Owner(String name, String namespace, String uid) {}

  /** Present when the Prometheus operator shall read the metrics of every program. */
  public record Monitor(Optional<String> interval, SortedMap<String, String> labels) {}

  public enum Strategy {
    ALL_IN_ONE,
    PRODUCTION,
    STREAMING
  }

  /** The component that receives spans under this strategy. */
  public Component receiver() {
    return strategy == Strategy.ALL_IN_ONE ? allInOne : collector;
  }

  /** The component that serves the user interface under this strategy. */
  public Component reader() {
    return strategy == Strategy.ALL_IN_ONE ? allInOne : query;
  }

  /** Sampling strategies come from our ConfigMap unless the user names a file. */
  public boolean ownsSampling() {
    return !receiver().flags().has("sampling.strategies-file");
  }
}
