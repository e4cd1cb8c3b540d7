package io.jaegertracing.operator.core.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Command-line flags of a component: flat names, each with one value or with a list of them. */
public record Flags(SortedMap<String, Value> values) {
  public static final Flags NONE = new Flags(new TreeMap<>());

  /** A flag that is given as a list appears once for each item, and is no scalar even when it has one item. */
  public sealed interface Value {
    record One(String text) implements Value {}

    record Many(List<String> texts) implements Value {
      public Many {
        texts = List.copyOf(texts);
      }
    }
  }

  public Flags {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public Optional<String> scalar(String name) {
    return values.get(name) instanceof Value.One one ? Optional.of(one.text()) : Optional.empty();
  }

  public boolean isTrue(String name) {
    return scalar(name).filter("true"::equalsIgnoreCase).isPresent();
  }

  /** What begins with {@code prefix.} or {@code prefix-archive.}: the part of the storage options that a component reads. */
  public Flags below(String prefix) {
    var kept = new TreeMap<String, Value>();
    values.forEach((name, value) -> {
      if (name.startsWith(prefix + ".") || name.startsWith(prefix + "-archive.")) {
        kept.put(name, value);
      }
    });
    return new Flags(kept);
  }

  public Flags with(String name, String text) {
    var more = new TreeMap<>(values);
    more.put(name, new Value.One(text));
    return new Flags(more);
  }

  public Flags without(String name) {
    var fewer = new TreeMap<>(values);
    fewer.remove(name);
    return new Flags(fewer);
  }

  /** As arguments, in the order of their names. */
  public List<String> arguments() {
    var arguments = new ArrayList<String>();
    values.forEach(
        (name, value) -> texts(value).forEach(text -> arguments.add("--" + name + "=" + text)));
    return List.copyOf(arguments);
  }

  private static Stream<String> texts(Value value) {
    return value instanceof Value.One one
        ? Stream.of(one.text())
        : ((Value.Many) value).texts().stream();
  }
}
