package io.jaegertracing.operator.cli;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Shell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What a call of the program ended with. */
public record Terminal(Exit exit, String out, String err) {
  public static Terminal of(
      BiFunction<List<String>, Shell, Exit> program,
      Map<String, String> environment,
      String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var shell = new Shell(
        environment,
        new ByteArrayInputStream(new byte[0]),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Clock.systemUTC(),
        () -> {});
    var exit = program.apply(List.of(arguments), shell);
    return new Terminal(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
