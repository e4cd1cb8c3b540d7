package io.jaegertracing.operator.core.options;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.jaegertracing.operator.core.plan.Common;
import io.jaegertracing.operator.core.plan.Component;
import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Storage;
import io.jaegertracing.operator.core.plan.upgrade.Blocks.Block;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A program that this Jaeger runs: what it is told, in which environment, and what a list says that it knows. */
record Reader(
    Block block,
    Flags own,
    Optional<Storage.Type> storage,
    Map<String, String> environment,
    KnownOptions known,
    String version) {
  static final String STORAGE = "SPAN_STORAGE_TYPE";
  static final String METRICS = "METRICS_STORAGE_TYPE";
  static final String SAMPLING = "SAMPLING_CONFIG_TYPE";

  /** Those of which there is a list; the agent may run beside any workload. */
  static List<Reader> of(JaegerPlan plan, OptionCatalogue catalogue) {
    return Stream.concat(
            programs(plan).flatMap(block -> reader(plan, block, catalogue).stream()),
            agent(plan, catalogue).stream())
        .toList();
  }

  boolean knows(String name) {
    return known.isKnown(name, environment);
  }

  /** Whether it is given this one of the storage options. */
  boolean gets(String name) {
    return storage.filter(type -> isOf(type, name)).isPresent();
  }

  /** Options of a storage that no list tells of may be anything. */
  boolean isBeyondTheList(String name) {
    return storage
        .filter(type -> isOf(type, name) && !known.tells(STORAGE, type.word()))
        .isPresent();
  }

  static boolean isOf(Storage.Type type, String name) {
    return Flags.NONE.with(name, "").below(type.prefix()).has(name);
  }

  private static Stream<Block> programs(JaegerPlan plan) {
    return switch (plan.strategy()) {
      case ALL_IN_ONE -> Stream.of(Block.ALL_IN_ONE);
      case PRODUCTION -> Stream.of(Block.COLLECTOR, Block.QUERY);
      case STREAMING -> Stream.of(Block.COLLECTOR, Block.QUERY, Block.INGESTER);
    };
  }

  private static Optional<Reader> reader(JaegerPlan plan, Block block, OptionCatalogue catalogue) {
    var component = component(plan, block);
    var storage = plan.strategy() == Strategy.STREAMING && block == Block.COLLECTOR
        ? Storage.Type.KAFKA
        : plan.storage().type();
    var version = plan.platform().images().jaegerVersion();
    return catalogue
        .nearest(program(block), version)
        .map(known -> new Reader(
            block,
            component.flags(),
            Optional.of(storage),
            environment(plan, component, storage),
            known,
            version));
  }

  private static Optional<Reader> agent(JaegerPlan plan, OptionCatalogue catalogue) {
    var version = plan.platform().images().agentVersion();
    return catalogue
        .nearest(program(Block.AGENT), version)
        .map(known -> new Reader(
            Block.AGENT, plan.agent().flags(), Optional.empty(), Map.of(), known, version));
  }

  private static String program(Block block) {
    return switch (block) {
      case ALL_IN_ONE -> "jaeger-all-in-one";
      case COLLECTOR -> "jaeger-collector";
      case QUERY -> "jaeger-query";
      case INGESTER -> "jaeger-ingester";
      case AGENT -> "jaeger-agent";
      case STORAGE -> "";
    };
  }

  private static Component component(JaegerPlan plan, Block block) {
    return switch (block) {
      case COLLECTOR -> plan.collector();
      case QUERY -> plan.query();
      case INGESTER -> plan.ingester();
      default -> plan.allInOne();
    };
  }

  /** What decides which options there are; users may set it otherwise. */
  private static Map<String, String> environment(
      JaegerPlan plan, Component component, Storage.Type storage) {
    var environment = new TreeMap<String, String>();
    environment.put(STORAGE, storage.word());
    environment.put(METRICS, component.metrics().type());
    environment.put(SAMPLING, "file");
    for (EnvVar variable : Common.merge(component.own(), plan.common()).pod().variables()) {
      if (variable.getValue() != null) {
        environment.put(variable.getName(), variable.getValue());
      }
    }
    return Map.copyOf(environment);
  }
}
