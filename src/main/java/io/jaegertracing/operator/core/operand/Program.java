package io.jaegertracing.operator.core.operand;

import io.jaegertracing.operator.core.plan.Arguments;
import io.jaegertracing.operator.core.plan.Component;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import java.util.SortedMap;

/** The programs that run as Deployments, and by what each is known. */
public enum Program {
  ALL_IN_ONE("", "all-in-one", "jaeger", 14269),
  COLLECTOR("-collector", "collector", "jaeger-collector", 14269),
  QUERY("-query", "query", "jaeger-query", 16687),
  INGESTER("-ingester", "ingester", "jaeger-ingester", 14270);

  private final String suffix;
  private final String word;
  private final String container;
  private final int adminPort;

  Program(String suffix, String word, String container, int adminPort) {
    this.suffix = suffix;
    this.word = word;
    this.container = container;
    this.adminPort = adminPort;
  }

  /** What runs in its place under this strategy: one program may do the work of all. */
  public Program under(Strategy strategy) {
    return strategy == Strategy.ALL_IN_ONE ? ALL_IN_ONE : this;
  }

  public String objectName(Owner owner) {
    return owner.name() + suffix;
  }

  public SortedMap<String, String> labels(Owner owner) {
    return Identity.labels(owner, objectName(owner), word);
  }

  public String word() {
    return word;
  }

  public String container() {
    return container;
  }

  /** Where this program answers for its health, as far as its own flags say so. */
  public int adminPort(Component component) {
    return Arguments.adminPort(component.flags().arguments(), adminPort);
  }
}
