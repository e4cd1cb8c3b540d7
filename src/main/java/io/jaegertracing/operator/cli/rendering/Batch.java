package io.jaegertracing.operator.cli.rendering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.Shell;
import io.jaegertracing.operator.cli.Program;
import io.jaegertracing.operator.settings.Given;
import io.jaegertracing.operator.settings.Verb;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many calls of generate in one process: a list of calls in, a list of what each printed and how it ended out. */
record Batch(Given defaults, Shell shell) {
  private static final ObjectMapper JSON = new ObjectMapper();

  record Call(String id, String cr, List<String> args, Map<String, String> env) {
    Call {
      args = args == null ? List.of() : args;
      env = env == null ? Map.of() : env;
    }
  }

  record Answer(String id, int exit, String stdout, String stderr) {}

  Exit run(Path in, Path out) {
    var files = new TextFiles(shell);
    var answers = new ArrayList<Answer>();
    for (var call : calls(in, files)) {
      answers.add(answer(call));
    }
    try {
      files.write(
          out.toString(), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answers) + "\n");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
    return Exit.OK;
  }

  private static List<Call> calls(Path in, TextFiles files) {
    try {
      return JSON.readValue(files.read(in.toString()), new TypeReference<List<Call>>() {});
    } catch (JsonProcessingException broken) {
      throw new Failure(
          Exit.FAILED,
          in + " is no list of calls: " + broken.getOriginalMessage(),
          "write [{\"id\": …, \"cr\": FILE, \"args\": […], \"env\": {…}}, …]");
    }
  }

  /** Each call is a process of its own as far as it can tell: own arguments, environment, streams and exit. */
  private Answer answer(Call call) {
    var arguments = new ArrayList<>(withoutBatch(defaults.arguments()));
    arguments.addAll(call.args());
    arguments.add("--cr=" + call.cr());
    var environment = new HashMap<>(defaults.environment());
    environment.putAll(call.env());
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var inner = new Shell(
        environment,
        InputStream.nullInputStream(),
        stream(out),
        stream(err),
        shell.clock(),
        shell.quit());
    var exit = new Program(Map.of(Verb.GENERATE, new Generate())).run(arguments, inner);
    return new Answer(
        call.id(),
        exit.code(),
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8));
  }

  private static List<String> withoutBatch(List<String> arguments) {
    var kept = new ArrayList<String>();
    for (var rest = arguments.iterator(); rest.hasNext(); ) {
      var argument = rest.next();
      if (argument.equals("--batch-in") || argument.equals("--batch-out")) {
        rest.next();
      } else if (!argument.startsWith("--batch-in=") && !argument.startsWith("--batch-out=")) {
        kept.add(argument);
      }
    }
    return kept;
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
