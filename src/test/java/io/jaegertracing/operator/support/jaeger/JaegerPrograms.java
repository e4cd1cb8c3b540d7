package io.jaegertracing.operator.support.jaeger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Jaeger's own programs, where they have been built: each by its name without "jaeger-". */
public record JaegerPrograms(Map<String, Program> programs) {
  private static final Pattern OPTION =
      Pattern.compile("^ +(?:-\\w, )?--([A-Za-z0-9._-]+)", Pattern.MULTILINE);

  public record Program(String version, Optional<Path> path) {}

  public static JaegerPrograms find(Map<String, String> environment) {
    var script = Path.of(System.getProperty("basedir", "")).resolve("src/test/jaeger/programs");
    return parse(run(environment, script.toAbsolutePath().toString(), "which").out());
  }

  /** One program per line: its name, its version, then its path or the word "missing". */
  static JaegerPrograms parse(String listing) {
    return new JaegerPrograms(listing
        .lines()
        .map(line -> line.split(" ", 3))
        .collect(Collectors.toMap(
            words -> words[0],
            words -> new Program(
                words[1].replaceFirst("^v", ""),
                Optional.of(words[2]).filter(path -> !path.equals("missing")).map(Path::of)),
            (one, other) -> other,
            TreeMap::new)));
  }

  /** The one line for whoever wonders why nothing is compared. */
  public Optional<String> complaint() {
    var missing = programs.entrySet().stream()
        .filter(program -> program.getValue().path().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Jaeger not built: run \"make jaeger\" (missing: " + String.join(", ", missing) + ")");
  }

  public Program named(String name) {
    return Optional.ofNullable(programs.get(name)).orElseThrow();
  }

  /** What its help lists in this environment. */
  public Set<String> options(String name, Map<String, String> environment) {
    var program = named(name).path().orElseThrow().toString();
    var answer = run(environment, program, "--help");
    if (answer.exit() != 0) {
      throw new AssertionError(name + " --help with " + environment + ": " + answer);
    }
    var options = new TreeSet<String>();
    var found = OPTION.matcher(answer.out());
    while (found.find()) {
      options.add(found.group(1));
    }
    options.remove("help");
    return options;
  }

  private record Answer(int exit, String out) {}

  private static Answer run(Map<String, String> environment, String... command) {
    var builder =
        new ProcessBuilder(Arrays.asList(command)).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      var process = builder.start();
      process.getOutputStream().close();
      var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(builder.command() + " does not end");
      }
      return new Answer(process.exitValue(), out);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
