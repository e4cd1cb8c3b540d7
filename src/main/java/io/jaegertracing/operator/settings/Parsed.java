package io.jaegertracing.operator.settings;

import io.jaegertracing.operator.core.OneLine;
import io.jaegertracing.operator.core.Redaction;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static io.jaegertracing.operator.settings.Shape.Trait.OURS;

/** Settings, or everything that is wrong with what was given. */
public sealed interface Parsed {
  /** The description names each value that is not the default and where it came from, without passwords. */
  record Accepted(Settings settings, List<String> warnings, List<String> description)
      implements Parsed {}

  record Refused(List<String> mistakes) implements Parsed {}

  default <R> R fold(Function<Accepted, R> accepted, Function<Refused, R> refused) {
    return this instanceof Accepted all ? accepted.apply(all) : refused.apply((Refused) this);
  }

  static Parsed of(Verb verb, Given given) {
    var line = CommandLine.read(given.arguments());
    var file = ConfigFile.find(line, given.environment());
    var values = Values.resolve(verb, line, given.environment(), file);
    var mistakes = Stream.of(
            line.mistakes().stream(),
            strangers(verb, line),
            unexpected(verb, line),
            file.mistakes().stream(),
            values.mistakes(),
            new Surroundings(given.environment()).mistakes(verb))
        .flatMap(some -> some)
        .map(OneLine::of)
        .distinct()
        .toList();
    return mistakes.isEmpty()
        ? accepted(values, line, file, given.environment())
        : new Parsed.Refused(mistakes);
  }

  private static Parsed accepted(
      Values values, CommandLine line, ConfigFile file, Map<String, String> environment) {
    var surroundings = new Surroundings(environment);
    var warnings =
        Stream.of(idle(values.verb(), line), file.warnings().stream(), values.warnings());
    var description = Stream.concat(values.described(), surroundings.described());
    return new Parsed.Accepted(
        Assembly.of(values, line.operands(), surroundings),
        warnings.flatMap(some -> some).map(OneLine::of).toList(),
        description.map(OneLine::of).toList());
  }

  /** Manifests of the Go operator hand flags to verbs that have no use for them; new flags have no such past. */
  private static Stream<String> strangers(Verb verb, CommandLine line) {
    return misplaced(verb, line, true)
        .map(flag -> "--" + flag.text() + " is no flag of " + verb.text() + "; it belongs to "
            + flag.verbs().stream().sorted().map(Verb::text).collect(Collectors.joining(", ")));
  }

  private static Stream<String> idle(Verb verb, CommandLine line) {
    return misplaced(verb, line, false)
        .map(flag -> "--" + flag.text() + " has no effect on " + verb.text());
  }

  private static Stream<Flag> misplaced(Verb verb, CommandLine line, boolean ours) {
    return line.flags().keySet().stream()
        .filter(flag -> !flag.isTakenBy(verb) && flag.shape().is(OURS) == ours);
  }

  private static Stream<String> unexpected(Verb verb, CommandLine line) {
    var operands = verb.operands().isEmpty() ? line.operands() : List.<String>of();
    return operands.stream()
        .map(word ->
            "unexpected argument " + Redaction.mask(word) + "; a flag is written --name=value");
  }
}
