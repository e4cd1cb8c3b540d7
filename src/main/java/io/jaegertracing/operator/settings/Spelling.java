package io.jaegertracing.operator.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import static io.jaegertracing.operator.settings.Shape.Trait.COMMAND_LINE_ONLY;
import static io.jaegertracing.operator.settings.Shape.Trait.ENVIRONMENT_ONLY;

/**
 * How a flag is written on the command line, in files and in the environment.
 *
 * @param name in the table of flags
 */
public record Spelling(String name, Shape shape) {
  static Optional<Flag> read(String text) {
    return Arrays.stream(Flag.values()).filter(flag -> flag.text().equals(text)).findFirst();
  }

  /** As it is typed, without the dashes. */
  String text() {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As it may be written on the command line or, when it is no flag, in the environment. */
  public String usage() {
    var value = shape.placeholder();
    var isFlag = !shape.is(ENVIRONMENT_ONLY);
    var word = isFlag ? "--" + text() : variables().get(0);
    return value.isEmpty() ? word : word + (isFlag ? " " : "=") + value;
  }

  /** One that others have made known, such as packages of the Operator Lifecycle Manager for images. */
  public Optional<String> relatedVariable() {
    return shape.variable();
  }

  /** The environment variables that set it, the strongest first. */
  List<String> variables() {
    if (shape.is(COMMAND_LINE_ONLY)) {
      return List.of();
    }
    var dashed = text().toUpperCase(Locale.ROOT);
    return Stream.concat(Stream.of(dashed, name), shape.variable().stream())
        .distinct()
        .toList();
  }
}
