package io.jaegertracing.operator.core.options;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The options of one version of a program: those that it always has, and those that a variable of its environment brings. */
public record KnownOptions(
    String program,
    String version,
    SortedSet<String> always,
    SortedMap<Setting, SortedSet<String>> others) {
  private static final String INDENT = "  ";
  private static final String ALWAYS = "always";

  /** A variable with values that bring the same options; several values are separated by commas. */
  public record Setting(String variable, String values) implements Comparable<Setting> {
    static Setting of(String text) {
      var split = text.indexOf('=');
      return new Setting(text.substring(0, split), text.substring(split + 1));
    }

    /** A program may be given several values, too. */
    boolean holds(Map<String, String> environment) {
      var given = Arrays.asList(environment.getOrDefault(variable, "").split(",", -1));
      return Arrays.stream(values.split(",", -1)).anyMatch(given::contains);
    }

    boolean has(String name, String value) {
      return variable.equals(name) && holds(Map.of(name, value));
    }

    @Override
    public int compareTo(Setting other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return variable + "=" + values;
    }
  }

  public KnownOptions {
    always = Collections.unmodifiableSortedSet(new TreeSet<>(always));
    others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
  }

  /** Each heading is followed by its options, which are indented. */
  public static KnownOptions parse(String program, String version, String text) {
    var always = new TreeSet<String>();
    var others = new TreeMap<Setting, SortedSet<String>>();
    SortedSet<String> current = always;
    for (var line : text.lines().toList()) {
      if (line.startsWith(INDENT)) {
        current.add(line.strip());
      } else if (!line.equals(ALWAYS)) {
        current = others.computeIfAbsent(Setting.of(line), any -> new TreeSet<>());
      }
    }
    return new KnownOptions(program, version, always, others);
  }

  /** As it is parsed. */
  public String text() {
    var text = new StringBuilder();
    print(ALWAYS, always, text);
    others.forEach((setting, names) -> print(setting.toString(), names, text));
    return text.toString();
  }

  public boolean isKnown(String name, Map<String, String> environment) {
    return always.contains(name)
        || others.entrySet().stream()
            .anyMatch(
                some -> some.getKey().holds(environment) && some.getValue().contains(name));
  }

  /** Everything that may be written in this environment. */
  SortedSet<String> under(Map<String, String> environment) {
    var all = new TreeSet<>(always);
    others.forEach((setting, names) -> {
      if (setting.holds(environment)) {
        all.addAll(names);
      }
    });
    return all;
  }

  /** What would bring the option. */
  Optional<Setting> bringing(String name) {
    return others.entrySet().stream()
        .filter(some -> some.getValue().contains(name))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether anything is known of this variable with this value. */
  boolean tells(String variable, String value) {
    return others.keySet().stream().anyMatch(setting -> setting.has(variable, value));
  }

  private static void print(String heading, SortedSet<String> names, StringBuilder text) {
    text.append(heading).append('\n');
    names.forEach(name -> text.append(INDENT).append(name).append('\n'));
  }
}
