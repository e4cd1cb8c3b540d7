package io.jaegertracing.operator.cli.serving;

import io.jaegertracing.operator.kube.cache.Caches;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** How fresh the caches are, and how much is in them. */
final class CacheMeters {
  private CacheMeters() {}

  static void register(MeterRegistry registry, Caches caches) {
    for (var cache : Caches.NAMES) {
      Gauge.builder(
              "jaeger_operator_cache_age_seconds",
              caches,
              held -> held.age(cache).map(age -> (double) age.toSeconds()).orElse(Double.NaN))
          .description(
              "How long ago the API server last said something about the objects of a cache.")
          .tag("cache", cache)
          .register(registry);
    }
    Gauge.builder(
            "jaeger_operator_jaegers",
            caches,
            held -> held.snapshot().instances().size())
        .description("Jaegers that the operator sees, whoever looks after them.")
        .register(registry);
  }
}
