package io.jaegertracing.operator.cli;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.Shell;
import io.jaegertracing.operator.core.Nearest;
import io.jaegertracing.operator.core.OneLine;
import io.jaegertracing.operator.logging.LogLevel;
import io.jaegertracing.operator.settings.CommandLine;
import io.jaegertracing.operator.settings.Given;
import io.jaegertracing.operator.settings.Parsed;
import io.jaegertracing.operator.settings.Settings;
import io.jaegertracing.operator.settings.Verb;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From arguments to the command of a verb, and from whatever it ends with to lines and an exit. */
public final class Program {
  private static final Set<String> HELP = Set.of("--help", "-h");

  private final Map<Verb, Command> commands;

  /** A verb without a command is not part of the program. */
  public Program(Map<Verb, Command> commands) {
    this.commands = new EnumMap<>(commands);
  }

  public Exit run(List<String> arguments, Shell shell) {
    var exit = dispatch(arguments, shell);
    shell.out().flush();
    if (exit == Exit.OK && shell.out().checkError()) {
      complain(
          shell,
          "standard output cannot be written; look at where it goes: a full disk, a closed pipe");
      return Exit.NO_OUTPUT;
    }
    return exit;
  }

  private Exit dispatch(List<String> arguments, Shell shell) {
    var words = CommandLine.read(arguments).words();
    if (words.isEmpty() && arguments.contains("--version")) {
      return verb("version", List.of("version"), shell);
    }
    var asked = arguments.stream().anyMatch(HELP::contains);
    if (!words.isEmpty() && words.get(0).equals("help")) {
      return help(words.stream().skip(1).findFirst(), shell);
    }
    if (asked) {
      return help(words.stream().findFirst(), shell);
    }
    if (words.isEmpty()) {
      shell.err().print(Help.program(commands.keySet()));
      return Exit.USAGE;
    }
    return verb(words.get(0), arguments, shell);
  }

  private Exit help(Optional<String> topic, Shell shell) {
    if (topic.isEmpty()) {
      shell.out().print(Help.program(commands.keySet()));
      return Exit.OK;
    }
    var verb = Verb.named(topic.get());
    if (verb.isEmpty()) {
      return unknown(topic.get(), shell);
    }
    shell.out().print(Help.verb(verb.get()));
    return Exit.OK;
  }

  private Exit verb(String word, List<String> arguments, Shell shell) {
    var verb = Verb.named(word);
    if (verb.isEmpty()) {
      return unknown(word, shell);
    }
    var given = new Given(arguments, shell.environment());
    return Settings.parse(verb.get(), given)
        .fold(
            accepted -> run(verb.get(), given, accepted, shell),
            refused -> refuse(verb.get(), refused, shell));
  }

  private Exit run(Verb verb, Given given, Parsed.Accepted accepted, Shell shell) {
    var invocation = new Invocation(
        verb, given, accepted.settings(), accepted.warnings(), accepted.description());
    if (!verb.serves()) {
      accepted.warnings().forEach(warning -> complain(shell, "warning: " + warning));
    }
    var command = commands.get(verb);
    if (command == null) {
      return missing(verb, shell);
    }
    try {
      return command.run(invocation, shell);
    } catch (Failure failure) {
      complain(shell, String.valueOf(failure.getMessage()));
      return failure.exit();
    } catch (RuntimeException unexpected) {
      return surprise(unexpected, accepted.settings().logging().level(), shell);
    }
  }

  private static Exit surprise(RuntimeException unexpected, LogLevel level, Shell shell) {
    var traced = level.compareTo(LogLevel.DEBUG) <= 0;
    complain(
        shell,
        "unexpected error: " + unexpected
            + (traced ? "" : "; run with --log-level=debug to see the trace"));
    if (traced) {
      unexpected.printStackTrace(shell.err());
    }
    return Exit.INTERNAL;
  }

  /** Its name and its flags hold already, so that scripts can be written for it. */
  private static Exit missing(Verb verb, Shell shell) {
    complain(
        shell, verb.text() + " is not part of this build; jaeger-operator --help lists what is");
    return Exit.UNAVAILABLE;
  }

  private static Exit unknown(String word, Shell shell) {
    var known = Arrays.stream(Verb.values()).map(Verb::text).toList();
    var suggestion = Nearest.to(word, known).map(near -> "did you mean " + near + "?");
    complain(
        shell,
        "unknown command " + word + "; "
            + suggestion.orElse("jaeger-operator --help lists the commands"));
    return Exit.USAGE;
  }

  private static Exit refuse(Verb verb, Parsed.Refused refused, Shell shell) {
    refused.mistakes().forEach(mistake -> complain(shell, mistake));
    complain(shell, "jaeger-operator " + verb.text() + " --help lists the flags");
    return Exit.USAGE;
  }

  private static void complain(Shell shell, String line) {
    shell.err().println("jaeger-operator: " + OneLine.of(line));
  }
}
