package io.jaegertracing.operator.core.inject.limits;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that a namespace says about resources, by the names of the objects that say it. */
public record Limits(SortedMap<String, LimitRange> ranges, SortedMap<String, Quota> quotas) {
  public static final Limits NONE = new Limits(new TreeMap<>(), new TreeMap<>());

  public Limits {
    ranges = Collections.unmodifiableSortedMap(new TreeMap<>(ranges));
    quotas = Collections.unmodifiableSortedMap(new TreeMap<>(quotas));
  }

  public Limits and(Limits others) {
    var allRanges = new TreeMap<>(ranges);
    allRanges.putAll(others.ranges);
    var allQuotas = new TreeMap<>(quotas);
    allQuotas.putAll(others.quotas);
    return new Limits(allRanges, allQuotas);
  }

  public Limits with(LimitRange range) {
    var more = new TreeMap<>(ranges);
    more.put(range.name(), range);
    return new Limits(more, quotas);
  }

  public Limits with(Quota quota) {
    var more = new TreeMap<>(quotas);
    more.put(quota.name(), quota);
    return new Limits(ranges, more);
  }

  public Limits withoutRange(String name) {
    var fewer = new TreeMap<>(ranges);
    fewer.remove(name);
    return new Limits(fewer, quotas);
  }

  public Limits withoutQuota(String name) {
    var fewer = new TreeMap<>(quotas);
    fewer.remove(name);
    return new Limits(ranges, fewer);
  }

  public boolean isEmpty() {
    return ranges.isEmpty() && quotas.isEmpty();
  }

  /** A container with what it gets where it says nothing; the API server has no order for several LimitRanges, this is that of their names. */
  Amounts completed(Amounts container) {
    var completed = container;
    for (var range : ranges.values()) {
      completed = completed.or(range.defaults());
    }
    return completed;
  }
}
