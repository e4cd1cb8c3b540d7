package io.jaegertracing.operator.support;

import io.jaegertracing.operator.support.cluster.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program as users get it: the launcher that the build laid out, in a process of its own. */
public final class Launched implements AutoCloseable {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final List<String> OPERATOR = List.of(
      "start",
      "--webhook-bind-address=127.0.0.1",
      "--webhook-bind-port=0",
      "--health-probe-bind-address=127.0.0.1:0",
      "--metrics-host=127.0.0.1",
      "--metrics-port=0",
      "--cert-dir=certs");

  private final Process process;
  private final Path out;
  private final Path err;

  private Launched(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  public static Path launcher() {
    return Path.of(
            System.getProperty("build.directory", "target"),
            "jaeger-operator",
            "bin",
            "jaeger-operator")
        .toAbsolutePath();
  }

  public static Launched start(Path folder, Map<String, String> environment, String... arguments) {
    return start(launcher(), folder, environment, arguments);
  }

  /** The operator, which listens on ports of its own choice and has its certificate in the folder certs. */
  public static Launched operator(Path folder, Map<String, String> environment, String... flags) {
    return start(
        folder,
        environment,
        Stream.concat(OPERATOR.stream(), Stream.of(flags)).toArray(String[]::new));
  }

  public static Launched start(
      Path launcher, Path folder, Map<String, String> environment, String... arguments) {
    try {
      var out = Files.createTempFile(folder, "out", ".txt");
      var err = Files.createTempFile(folder, "err", ".txt");
      var builder = new ProcessBuilder(
              Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                  .toList())
          .directory(folder.toFile())
          .redirectOutput(out.toFile())
          .redirectError(err.toFile());
      builder
          .environment()
          .keySet()
          .removeIf(name -> name.startsWith("KUBE") || name.equals("JAVA_OPTS"));
      builder.environment().putAll(environment);
      return new Launched(builder.start(), out, err);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What the first group finds in what was printed, waited for. */
  public String printed(String pattern) {
    return found(out, Pattern.compile(pattern));
  }

  public String logged(String pattern) {
    return found(err, Pattern.compile(pattern));
  }

  public int exit() {
    try {
      if (!process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("still runs after " + LONG.toSeconds() + " s: " + errors());
      }
      return process.exitValue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** SIGTERM, without waiting for what comes of it. */
  public void signal() {
    process.destroy();
  }

  /** Without a chance to do anything more. */
  public void kill() {
    process.destroyForcibly();
  }

  /** As the kubelet does it: SIGTERM, and then patience. */
  public int stop() {
    process.destroy();
    return exit();
  }

  public String output() {
    return text(out);
  }

  public List<String> errors() {
    return text(err).lines().toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private String found(Path file, Pattern pattern) {
    Eventually.holds(
        pattern + " in " + text(file),
        LONG,
        () -> pattern.matcher(text(file)).find() || !process.isAlive());
    var match = pattern.matcher(text(file));
    if (!match.find()) {
      throw new AssertionError(
          "ended with " + process.exitValue() + " before " + pattern + ": " + text(err));
    }
    return match.groupCount() == 0 ? match.group() : match.group(1);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
