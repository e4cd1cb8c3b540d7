package io.jaegertracing.operator.cli;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.settings.Flag;
import io.jaegertracing.operator.settings.Group;
import io.jaegertracing.operator.settings.Verb;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code --help} prints. */
final class Help {
  private static final int WIDTH = 100;

  private static final String VALUES = """
      A flag is written --name value or --name=value; a switch may stand alone. The environment
      variable of a flag is its name in capitals, with dashes (LOG-LEVEL) or, for shells, with
      underscores (LOG_LEVEL). The command line beats the environment, dashes beat underscores, these
      beat RELATED_IMAGE_*, then comes the config file. Of a flag given twice the last one counts,
      unless it can be repeated. An empty variable counts as absent.
      """;

  private static final String VARIABLES = """
      Further variables
        WATCH_NAMESPACE                      namespaces to look after: names with commas (shop,bank), or
                                             a label selector as kubectl takes it (team=a, team!=a,
                                             team in (a,b), team notin (a,b), !team, example.com/team;
                                             with commas: all of them); empty means all
        POD_NAMESPACE, OPERATOR_NAME         where the operator runs and what it is called
        HTTP_PROXY, HTTPS_PROXY, NO_PROXY    handed on to the containers, even when empty
        OSDK_FORCE_RUN_MODE                  local: do not look for the namespace of the own Pod
        KUBECONFIG                           how the cluster is reached from outside
      """;

  private Help() {}

  static String program(Set<Verb> available) {
    var missing = EnumSet.complementOf(EnumSet.copyOf(available));
    var announced = missing.isEmpty()
        ? Stream.<String>empty()
        : Stream.concat(Stream.of("", "Not in this build yet"), missing.stream().map(Help::line));
    return Stream.of(
            Stream.of("Injects tracing sidecars and runs Jaeger on Kubernetes.", ""),
            Stream.of("Usage: jaeger-operator COMMAND [FLAG]...", "", "Commands"),
            available.stream().sorted().map(Help::line),
            announced,
            Stream.of("", "jaeger-operator COMMAND --help lists the flags of a command.", ""),
            exits())
        .flatMap(lines -> lines)
        .collect(lines());
  }

  private static String line(Verb verb) {
    return "  %-12s%s".formatted(verb.text(), verb.summary());
  }

  static String verb(Verb verb) {
    var operands = verb.operands().isEmpty() ? "" : " " + verb.operands();
    return Stream.of(
            Stream.of("jaeger-operator " + verb.text() + ": " + verb.summary(), ""),
            Stream.of("Usage: jaeger-operator " + verb.text() + " [FLAG]..." + operands, ""),
            VALUES.lines(),
            Arrays.stream(Group.values()).flatMap(group -> group(group, verb)),
            Stream.of(""),
            VARIABLES.lines(),
            Stream.of(""),
            exits())
        .flatMap(lines -> lines)
        .collect(lines());
  }

  private static Stream<String> group(Group group, Verb verb) {
    var flags = Arrays.stream(Flag.values())
        .filter(flag -> flag.group() == group && flag.isTakenBy(verb))
        .flatMap(flag -> flag(flag, verb))
        .toList();
    return flags.isEmpty()
        ? Stream.empty()
        : Stream.concat(Stream.of("", group.title()), flags.stream());
  }

  private static Stream<String> flag(Flag flag, Verb verb) {
    var notes = Stream.of(
            flag.isRepeated() ? "can be repeated" : "",
            flag.fallback(verb).isEmpty() ? "" : "default " + flag.fallback(verb),
            flag.spelling().relatedVariable().map(name -> "also " + name).orElse(""))
        .filter(note -> !note.isEmpty())
        .collect(Collectors.joining("; "));
    var text = flag.help() + (notes.isEmpty() ? "" : " (" + notes + ")");
    return Stream.concat(
        Stream.of("  " + flag.spelling().usage()), wrapped(text).map(line -> "      " + line));
  }

  private static Stream<String> wrapped(String text) {
    var lines = new StringBuilder();
    var length = 0;
    for (var word : List.of(text.split(" "))) {
      var fits = length + 1 + word.length() <= WIDTH - 6;
      lines.append(length == 0 ? "" : fits ? " " : "\n").append(word);
      length = (length == 0 ? 0 : fits ? length + 1 : 0) + word.length();
    }
    return lines.toString().lines();
  }

  private static Stream<String> exits() {
    return Stream.concat(
        Stream.of("Exit codes"),
        Arrays.stream(Exit.values())
            .map(exit -> "  %-4d%s".formatted(exit.code(), exit.meaning())));
  }

  private static Collector<CharSequence, ?, String> lines() {
    return Collectors.joining("\n", "", "\n");
  }
}
