package io.jaegertracing.operator.core.plan.checking;

import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of a Jaeger that do run under a plan, by the field that speaks of their Pods. */
public final class Parts {
  private Parts() {}

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
