package io.jaegertracing.operator.kube.reconcile.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How many Jaegers there are of each sort, among those that this operator looks after, while it leads: under the names that the Go operator gave the numbers. */
public final class Census {
  private static final String PREFIX = "jaeger_operator_instances_";

  private record Entry(
      String agent,
      String storage,
      String strategy,
      Optional<String> provisioned,
      String tool,
      Instant created) {}

  private final Map<String, Entry> entries = new TreeMap<>();
  private final MultiGauge agents;
  private final MultiGauge storages;
  private final MultiGauge strategies;
  private final MultiGauge provisioned;
  private final MultiGauge tools;
  private final MultiGauge created;

  public Census(MeterRegistry registry) {
    this.agents = gauge(registry, "agent_strategies");
    this.storages = gauge(registry, "storage_types");
    this.strategies = gauge(registry, "strategies");
    this.provisioned = gauge(registry, "autoprovisioning");
    this.tools = gauge(registry, "managed");
    this.created = MultiGauge.builder("resource_created_at_seconds").register(registry);
  }

  public synchronized void count(String key, JsonNode jaeger, JaegerPlan plan) {
    var entry = new Entry(
        plan.agent().onEveryNode() ? "daemonset" : "sidecar",
        plan.storage().type().word(),
        word(plan.strategy()),
        plan.storage().selfProvisioned().map(any -> "elasticsearch"),
        tool(jaeger),
        Instant.parse(jaeger.at("/metadata/creationTimestamp").asText()));
    if (!entry.equals(entries.put(key, entry))) {
      publish();
    }
  }

  public synchronized void forget(String key) {
    if (entries.remove(key) != null) {
      publish();
    }
  }

  /** Whoever leads next counts. */
  public synchronized void end() {
    entries.clear();
    publish();
  }

  private void publish() {
    rows(agents, "type", entry -> Optional.of(entry.agent()));
    rows(storages, "type", entry -> Optional.of(entry.storage()));
    rows(strategies, "type", entry -> Optional.of(entry.strategy()));
    rows(provisioned, "type", Entry::provisioned);
    rows(tools, "tool", entry -> Optional.of(entry.tool()));
    created.register(
        entries.entrySet().stream()
            .map(entry ->
                Row.of(identity(entry.getKey()), entry.getValue().created().getEpochSecond()))
            .collect(Collectors.toList()),
        true);
  }

  private void rows(MultiGauge gauge, String label, Function<Entry, Optional<String>> sort) {
    var counts = entries.values().stream()
        .flatMap(entry -> sort.apply(entry).stream())
        .collect(Collectors.groupingBy(one -> one, TreeMap::new, Collectors.counting()));
    List<Row<?>> rows = counts.entrySet().stream()
        .map(one -> Row.of(Tags.of(label, one.getKey()), one.getValue()))
        .collect(Collectors.toList());
    gauge.register(rows, true);
  }

  private static Tags identity(String key) {
    var slash = key.indexOf('/');
    return Tags.of(
        "namespace", key.substring(0, slash),
        "name", key.substring(slash + 1),
        "group", "jaegertracing.io",
        "version", "v1",
        "kind", "Jaeger");
  }

  private static String tool(JsonNode jaeger) {
    var label = jaeger.at("/metadata/labels").path(Wellknown.APP_MANAGED_BY).asText();
    return label.isEmpty() ? "none" : label;
  }

  private static String word(JaegerPlan.Strategy strategy) {
    return strategy.name().replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static MultiGauge gauge(MeterRegistry registry, String name) {
    return MultiGauge.builder(PREFIX + name).register(registry);
  }
}
