package io.jaegertracing.operator.settings;

import io.jaegertracing.operator.core.Nearest;
import io.jaegertracing.operator.settings.Shape.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

import static io.jaegertracing.operator.settings.Shape.Trait.ENVIRONMENT_ONLY;

/** Arguments, told apart: flags with their values, the other words, and what is wrong with them. */
public record CommandLine(
    Map<Flag, List<String>> flags, List<String> words, List<String> mistakes) {

  public static CommandLine read(List<String> arguments) {
    var line = new CommandLine(new EnumMap<>(Flag.class), new ArrayList<>(), new ArrayList<>());
    var rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      var argument = rest.remove();
      if (argument.equals("--")) {
        line.words.addAll(rest);
        rest.clear();
      } else if (argument.startsWith("--")) {
        line.flag(argument.substring(2), rest);
      } else if (argument.startsWith("-") && argument.length() > 1) {
        line.singleDash(argument.substring(1));
      } else {
        line.words.add(argument);
      }
    }
    return new CommandLine(
        Collections.unmodifiableMap(line.flags),
        List.copyOf(line.words),
        List.copyOf(line.mistakes));
  }

  /** The first word; the others are its operands. */
  public Optional<String> verb() {
    return words.stream().findFirst();
  }

  List<String> operands() {
    return words.stream().skip(1).toList();
  }

  private void flag(String text, Queue<String> rest) {
    var equals = text.indexOf('=');
    var name = equals < 0 ? text : text.substring(0, equals);
    var flag = known(name);
    if (flag.isEmpty()) {
      mistakes.add("unknown flag --" + name + suggestion(name));
    } else if (equals >= 0) {
      add(flag.get(), text.substring(equals + 1));
    } else if (flag.get().shape().kind() == Kind.SWITCH) {
      add(flag.get(), "true");
    } else if (rest.isEmpty() || rest.element().startsWith("--")) {
      mistakes.add("--" + name + " has no value; write --" + name + "="
          + flag.get().shape().placeholder());
    } else {
      add(flag.get(), rest.remove());
    }
  }

  private void singleDash(String text) {
    var equals = text.indexOf('=');
    var name = equals < 0 ? text : text.substring(0, equals);
    mistakes.add("-" + name + " has one dash; "
        + (known(name).isPresent()
            ? "write --" + name
            : "flags begin with two" + suggestion(name)));
  }

  private void add(Flag flag, String text) {
    flags.computeIfAbsent(flag, any -> new ArrayList<>()).add(text);
  }

  private static Optional<Flag> known(String name) {
    return Spelling.read(name).filter(flag -> !flag.shape().is(ENVIRONMENT_ONLY));
  }

  private static String suggestion(String name) {
    var known =
        Arrays.stream(Flag.values()).map(Flag::text).filter(text -> known(text).isPresent());
    return Nearest.to(name, known.toList())
        .map(text -> "; did you mean --" + text + "?")
        .orElse("");
  }
}
