package io.jaegertracing.operator.core.plan.checking;

import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parts of a Jaeger that do run under a plan, by the field that speaks of their Pods. */
public final class Parts {
  private Parts() {}

  private static final List<String> SOMETIMES = List.of(
      "spec.allInOne",
      "spec.collector",
      "spec.query",
      "spec.ingester",
      "spec.storage.dependencies",
      "spec.storage.esIndexCleaner",
      "spec.storage.esRollover");

  /** Of these nothing is ever made. */
  private static final List<String> NEVER = List.of(
      "spec.livenessProbe",
      "spec.storage.dependencies.livenessProbe",
      "spec.storage.esIndexCleaner.livenessProbe",
      "spec.storage.esRollover.livenessProbe",
      "spec.ingress.volumes",
      "spec.ingress.volumeMounts",
      "spec.ingress.affinity",
      "spec.ingress.tolerations",
      "spec.ingress.securityContext",
      "spec.ingress.containerSecurityContext",
      "spec.ingress.livenessProbe",
      "spec.ingress.imagePullSecrets");

  /** The fields of which nothing is made under a plan: what they say does no harm, and may have been there for years. */
  public static Set<String> idle(JaegerPlan plan) {
    var running = of(plan).keySet();
    var idle = new HashSet<>(NEVER);
    SOMETIMES.stream().filter(field -> !running.contains(field)).forEach(idle::add);
    if (plan.storage().cassandraSchema().isEmpty()) {
      idle.add("spec.storage.cassandraCreateSchema");
    }
    if (!running.contains("spec.agent")) {
      idle.add("spec.agent.livenessProbe"); // A sidecar has one of its own.
    }
    return idle;
  }

  public static Map<String, Common> of(JaegerPlan plan) {
    var all = new LinkedHashMap<String, Common>();
    var distributed = plan.strategy() != Strategy.ALL_IN_ONE;
    if (distributed) {
      all.put("spec.query", plan.query().own());
    } else {
      all.put("spec.allInOne", plan.allInOne().own());
    }
    // The job that makes a schema runs with what is said of the collector.
    if (distributed || plan.storage().cassandraSchema().isPresent()) {
      all.put("spec.collector", plan.collector().own());
    }
    if (plan.strategy() == Strategy.STREAMING) {
      all.put("spec.ingester", plan.ingester().own());
    }
    if (plan.agent().onEveryNode() || isAgentBesideQuery(plan)) {
      all.put("spec.agent", plan.agent().own());
    }
    var storage = plan.storage();
    storage.dependencies().ifPresent(job -> all.put("spec.storage.dependencies", job.own()));
    storage.indexCleaner().ifPresent(job -> all.put("spec.storage.esIndexCleaner", job.own()));
    storage.rollover().ifPresent(job -> all.put("spec.storage.esRollover", job.own()));
    return all;
  }

  public static boolean isAgentBesideQuery(JaegerPlan plan) {
    return plan.strategy() == Strategy.STREAMING && plan.query().traced();
  }
}
