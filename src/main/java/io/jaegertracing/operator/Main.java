package io.jaegertracing.operator;

import io.jaegertracing.operator.cli.Check;
import io.jaegertracing.operator.cli.Command;
import io.jaegertracing.operator.cli.Images;
import io.jaegertracing.operator.cli.Program;
import io.jaegertracing.operator.cli.Version;
import io.jaegertracing.operator.cli.rendering.Generate;
import io.jaegertracing.operator.cli.serving.Standalone;
import io.jaegertracing.operator.cli.serving.Start;
import io.jaegertracing.operator.settings.Verb;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The process: the only reader of its environment and clock, and the only one that ends it. */
public final class Main {
  private static final Map<Verb, Command> COMMANDS = Map.of(
      Verb.START, new Start(),
      Verb.STANDALONE, new Standalone(),
      Verb.GENERATE, new Generate(),
      Verb.CHECK, new Check(),
      Verb.IMAGES, new Images(),
      Verb.VERSION, new Version());

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), process()).code());
  }

  static Exit run(List<String> arguments, Shell shell) {
    return new Program(COMMANDS).run(arguments, shell);
  }

  private static Shell process() {
    return new Shell(
        System.getenv(),
        System.in,
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        Clock.systemUTC(),
        () -> Runtime.getRuntime().halt(Exit.OK.code()));
  }

  /** UTF-8 whatever the locale: what is printed is read by other programs. */
  private static PrintStream stream(FileDescriptor descriptor) {
    var bytes = new BufferedOutputStream(new FileOutputStream(descriptor));
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
