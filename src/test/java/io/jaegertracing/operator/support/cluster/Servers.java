package io.jaegertracing.operator.support.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The programs of the control plane, for tests of what happens without one of them. */
public final class Servers {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Path folder;

  Servers(Path folder) {
    this.folder = folder;
  }

  /** It ends without any farewell, and another one takes its place; usable again when this returns. */
  public void restartApiServer(Cluster cluster) {
    var before = process("kube-apiserver").orElseThrow();
    try {
      Files.createFile(folder.resolve("kube-apiserver.again"));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    var from = Instant.now();
    before.destroyForcibly();
    Eventually.holds(
        "it is replaced",
        LIMIT,
        () -> process("kube-apiserver").filter(now -> now.pid() != before.pid()).isPresent());
    Eventually.holds(
        "the API server is ready again",
        LIMIT,
        () -> cluster.kubectl("get", "--raw", "/readyz").exit() == 0);
    new Outage(from, Instant.now()).keep(folder);
  }

  /** Nothing gets ready until the answer is closed. */
  public Paused pauseNodes() {
    return new Paused(process("kwok").orElseThrow().pid());
  }

  /** A program that does nothing at the moment. */
  public static final class Paused implements AutoCloseable {
    private final long pid;

    private Paused(long pid) {
      this.pid = pid;
      signal("-STOP");
    }

    public void resume() {
      signal("-CONT");
    }

    @Override
    public void close() {
      resume();
    }

    private void signal(String name) {
      try {
        var exit = new ProcessBuilder("kill", name, Long.toString(pid))
            .inheritIO()
            .start()
            .waitFor();
        if (exit != 0) {
          throw new IllegalStateException("kill " + name + " " + pid + " ended with " + exit);
        }
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The first word of a pid file is the pid. */
  private Optional<ProcessHandle> process(String server) {
    try {
      var words = Files.readString(folder.resolve(server + ".pid")).split(" ", 2);
      return words[0].isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(words[0]));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
