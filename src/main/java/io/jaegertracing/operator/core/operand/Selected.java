package io.jaegertracing.operator.core.operand;

import io.jaegertracing.operator.core.plan.JaegerPlan;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * By which labels the Pods of a workload are found.
 *
 * @param selector what the workload itself looks for; of one that exists already it can never change
 * @param carried what its Pods need, whoever looks for them
 * @param found what everybody else looks for: our labels, as the Pods have them
 */
public record Selected(
    SortedMap<String, String> selector,
    SortedMap<String, String> carried,
    SortedMap<String, String> found) {

  public static Selected of(JaegerPlan plan, Program program) {
    var owner = plan.owner();
    return of(plan, "Deployment", program.objectName(owner), program.labels(owner));
  }

  public static Selected of(
      JaegerPlan plan, String kind, String name, SortedMap<String, String> ours) {
    var selector = plan.observed().selector(kind, name).orElse(ours);
    var carried = new TreeMap<>(ours);
    carried.putAll(selector);
    var found = new TreeMap<>(carried);
    found.keySet().retainAll(ours.keySet());
    return new Selected(selector, carried, found);
  }
}
