package io.jaegertracing.operator.support.cluster;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One control plane for the whole run, one {@link Cluster} for each class; JUnit's stores close both. */
final class ClusterExtension implements ExecutionCondition, BeforeAllCallback, ParameterResolver {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return decide(programs(context), Boolean.getBoolean("cluster.required"));
  }

  /** When it is required, the class runs, and {@link #beforeAll} fails. */
  static ConditionEvaluationResult decide(Programs programs, boolean required) {
    return programs
        .complaint()
        .filter(complaint -> !required)
        .map(ConditionEvaluationResult::disabled)
        .orElse(ConditionEvaluationResult.enabled("the control plane is built"));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    cluster(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Cluster.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return cluster(context);
  }

  private static Cluster cluster(ExtensionContext context) {
    return store(context)
        .getOrComputeIfAbsent(
            Cluster.class,
            key -> new Cluster(
                controlPlane(context), context.getRequiredTestClass().getSimpleName()),
            Cluster.class);
  }

  private static ControlPlane controlPlane(ExtensionContext context) {
    return store(context.getRoot())
        .getOrComputeIfAbsent(
            ControlPlane.class, key -> start(programs(context)), ControlPlane.class);
  }

  private static ControlPlane start(Programs programs) {
    programs.complaint().ifPresent(complaint -> {
      throw new IllegalStateException(complaint);
    });
    return ControlPlane.start(programs);
  }

  private static Programs programs(ExtensionContext context) {
    return store(context.getRoot())
        .getOrComputeIfAbsent(Programs.class, key -> find(), Programs.class);
  }

  /** The build's console says that something was skipped, but only its reports say why: hence one line, once. */
  private static Programs find() {
    var programs = Programs.find(System.getenv());
    programs.complaint().ifPresent(System.err::println);
    return programs;
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(Namespace.create(ClusterExtension.class));
  }
}
