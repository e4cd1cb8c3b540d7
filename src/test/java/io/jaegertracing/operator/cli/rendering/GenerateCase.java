package io.jaegertracing.operator.cli.rendering;

import io.jaegertracing.operator.cli.Program;
import io.jaegertracing.operator.cli.Terminal;
import io.jaegertracing.operator.settings.Verb;
import io.jaegertracing.operator.support.Golden;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A golden case of generate, called as the program calls it. */
record GenerateCase(Golden golden) {
  static final String RENDERED = "objects.yaml";
  static final String SAID = "said.txt";

  static Stream<GenerateCase> all() {
    return Golden.cases("generate").stream().map(GenerateCase::new);
  }

  static Terminal generate(Map<String, String> environment, String... arguments) {
    var program = new Program(Map.of(Verb.GENERATE, new Generate()));
    return Terminal.of(
        program::run,
        environment,
        Stream.concat(Stream.of("generate"), Stream.of(arguments)).toArray(String[]::new));
  }

  Terminal run() {
    var arguments = Stream.concat(
        List.of("--cr", golden.in("jaeger.yaml").toString()).stream(), golden.arguments().stream());
    return generate(golden.environment(), arguments.toArray(String[]::new));
  }

  /** Files are named from their folder: it lies elsewhere on every machine. */
  String said(Terminal terminal) {
    return terminal.err().replace(golden.folder() + "/", "");
  }
}
