package io.jaegertracing.operator.kube.cache;

import io.jaegertracing.operator.core.inject.limits.LimitRange;
import io.jaegertracing.operator.core.inject.limits.Limits;
import io.jaegertracing.operator.core.inject.limits.Quota;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** LimitRanges and ResourceQuotas by namespace; one without any takes no room. */
final class NamespaceLimits {
  private final Map<String, Limits> limits = new ConcurrentHashMap<>();

  void rangeChanged(String key, Optional<LimitRange> now) {
    change(key, old -> now.map(old::with).orElseGet(() -> old.withoutRange(name(key))));
  }

  void quotaChanged(String key, Optional<Quota> now) {
    change(key, old -> now.map(old::with).orElseGet(() -> old.withoutQuota(name(key))));
  }

  Limits of(String namespace) {
    return limits.getOrDefault(namespace, Limits.NONE);
  }

  int size() {
    return limits.size();
  }

  static String namespace(String key) {
    return key.substring(0, key.indexOf('/'));
  }

  private void change(String key, UnaryOperator<Limits> change) {
    limits.compute(namespace(key), (namespace, old) -> {
      var now = change.apply(old == null ? Limits.NONE : old);
      return now.isEmpty() ? null : now;
    });
  }

  private static String name(String key) {
    return key.substring(key.indexOf('/') + 1);
  }
}
