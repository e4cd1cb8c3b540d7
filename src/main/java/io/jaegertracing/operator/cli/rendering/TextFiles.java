package io.jaegertracing.operator.cli.rendering;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.Shell;
import io.jaegertracing.operator.documents.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files of text that a verb reads and writes; the names of the standard streams mean those of the shell. */
record TextFiles(Shell shell) {
  private static final Set<String> STANDARD_INPUT = Set.of("-", "/dev/stdin");
  private static final Set<String> STANDARD_OUTPUT = Set.of("-", "/dev/stdout");

  String read(String name) {
    try {
      return Utf8.text(
          STANDARD_INPUT.contains(name)
              ? shell.in().readAllBytes()
              : Files.readAllBytes(Path.of(name)));
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

  void write(String name, String text) {
    if (STANDARD_OUTPUT.contains(name)) {
      shell.out().print(text);
      return;
    }
    var place = Path.of(name).toAbsolutePath();
    try {
      if (Files.isRegularFile(place)) {
        replace(place.toRealPath(), text);
      } else if (Files.notExists(place, LinkOption.NOFOLLOW_LINKS)) {
        replace(place, text);
      } else {
        Files.writeString(place, text);
      }
    } catch (NoSuchFileException absent) {
      throw new Failure(
          Exit.NO_OUTPUT,
          name + " cannot be written: its folder does not exist",
          "make it, or choose another place");
    } catch (IOException refused) {
      throw new Failure(
          Exit.NO_OUTPUT,
          name + " cannot be written: " + refused.getMessage(),
          "choose a place that can be written");
    }
  }

  /** Beside its place first and then moved there: whoever reads it sees the old text or the new one. */
  private static void replace(Path target, String text) throws IOException {
    var draft = Files.createTempFile(target.getParent(), ".jaeger-operator-", ".tmp", mode(target));
    try {
      Files.writeString(draft, text);
      if (Files.exists(target) && knowsModes(target)) {
        Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(target));
      }
      Files.move(
          draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** A new file is what the umask leaves; the draft of one that exists is private until it gets the same mode. */
  private static FileAttribute<?>[] mode(Path target) {
    return Files.exists(target) || !knowsModes(target)
        ? new FileAttribute<?>[0]
        : new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-"))
        };
  }

  private static boolean knowsModes(Path target) {
    return target.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
