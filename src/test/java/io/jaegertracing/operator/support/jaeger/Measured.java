package io.jaegertracing.operator.support.jaeger;

import io.jaegertracing.operator.core.options.KnownOptions;
import io.jaegertracing.operator.core.options.KnownOptions.Setting;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The list of a program's options as the program itself tells it. */
public final class Measured {
  private static final String STORAGE = "SPAN_STORAGE_TYPE";

  private final JaegerPrograms programs;
  private final String name;
  private final SortedMap<Setting, SortedSet<String>> others = new TreeMap<>();

  private Measured(JaegerPrograms programs, String name) {
    this.programs = programs;
    this.name = name;
  }

  public static KnownOptions of(JaegerPrograms programs, String name) {
    return new Measured(programs, name).list();
  }

  private KnownOptions list() {
    var always = common(
        STORAGE,
        List.of(
            "badger",
            "blackhole",
            "cassandra",
            "elasticsearch",
            "grpc",
            "kafka",
            "memory",
            "opensearch"));
    always.retainAll(common("METRICS_STORAGE_TYPE", List.of("", "prometheus")));
    always.retainAll(common("SAMPLING_CONFIG_TYPE", List.of("adaptive", "file")));
    return new KnownOptions("jaeger-" + name, programs.named(name).version(), always, others);
  }

  /** What the program knows with each of these values; the rest is noted for the values that bring it. */
  private SortedSet<String> common(String variable, List<String> values) {
    var options = new TreeMap<String, TreeSet<String>>();
    for (var value : values) {
      var environment = new TreeMap<>(Map.of(STORAGE, "memory"));
      environment.put(variable, value);
      options.put(value, new TreeSet<>(programs.options(name, environment)));
    }
    var common = new TreeSet<>(options.firstEntry().getValue());
    options.values().forEach(common::retainAll);
    options.values().forEach(some -> some.removeAll(common));
    options.values().removeIf(TreeSet::isEmpty);
    options.values().stream().distinct().forEach(some -> {
      var bringing = options.keySet().stream()
          .filter(value -> some.equals(options.get(value)))
          .collect(Collectors.joining(","));
      others.put(new Setting(variable, bringing), some);
    });
    return common;
  }
}
