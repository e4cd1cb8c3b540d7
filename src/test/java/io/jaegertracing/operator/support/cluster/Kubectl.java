package io.jaegertracing.operator.support.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real kubectl, as admin. */
public final class Kubectl {
  public record Result(int exit, String out, String err) {}

  private final Path program;
  private final Path kubeconfig;

  Kubectl(Path program, Path kubeconfig) {
    this.program = program;
    this.kubeconfig = kubeconfig;
  }

  Result run(String... args) {
    return runWithInput("", args);
  }

  /** Through files instead of pipes: no amount of input or output can block either side. */
  Result runWithInput(String stdin, String... args) {
    try {
      var folder = Files.createTempDirectory(kubeconfig.getParent(), "kubectl-");
      var in = Files.writeString(folder.resolve("in"), stdin);
      var out = folder.resolve("out");
      var err = folder.resolve("err");
      var process = new ProcessBuilder(command(args))
          .redirectInput(in.toFile())
          .redirectOutput(out.toFile())
          .redirectError(err.toFile())
          .start();
      return new Result(exit(process, args), Files.readString(out), Files.readString(err));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private List<String> command(String... args) {
    var command = new ArrayList<>(List.of(
        program.toString(),
        "--kubeconfig=" + kubeconfig,
        "--cache-dir=" + kubeconfig.resolveSibling("kubectl-cache")));
    command.addAll(List.of(args));
    return command;
  }

  private static int exit(Process process, String... args) {
    try {
      if (process.waitFor(2, TimeUnit.MINUTES)) {
        return process.exitValue();
      }
      throw new AssertionError("kubectl does not end: " + String.join(" ", args));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while kubectl ran", stopped);
    } finally {
      process.destroy();
    }
  }
}
