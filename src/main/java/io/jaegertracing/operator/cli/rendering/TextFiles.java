package io.jaegertracing.operator.cli.rendering;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.Shell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;

/** Files of text that a verb reads and writes; the names of the standard streams mean those of the shell. */
record TextFiles(Shell shell) {
  private static final Set<String> STANDARD_INPUT = Set.of("-", "/dev/stdin");
  private static final Set<String> STANDARD_OUTPUT = Set.of("-", "/dev/stdout");

  String read(String name) {
    try {
      return STANDARD_INPUT.contains(name)
          ? new String(shell.in().readAllBytes(), StandardCharsets.UTF_8)
          : Files.readString(Path.of(name));
    } catch (NoSuchFileException absent) {
      throw new Failure(
          Exit.NO_INPUT,
          name + " does not exist",
          "name an existing file, or - for standard input");
    } catch (IOException unreadable) {
      throw new Failure(
          Exit.NO_INPUT,
          name + " cannot be read: " + unreadable.getMessage(),
          "make it a readable file of UTF-8 text");
    }
  }

  /** Beside its place first and then moved there: whoever reads it sees the old text or the new one. */
  void write(String name, String text) {
    if (STANDARD_OUTPUT.contains(name)) {
      shell.out().print(text);
      return;
    }
    var target = Path.of(name).toAbsolutePath();
    try {
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        Files.writeString(target, text);
        return;
      }
      var draft = Files.createTempFile(target.getParent(), ".jaeger-operator-", ".tmp");
      try {
        Files.writeString(draft, text);
        Files.move(
            draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException refused) {
      throw new Failure(
          Exit.NO_OUTPUT,
          name + " cannot be written: " + refused.getMessage(),
          "choose a place that can be written");
    }
  }
}
