package io.jaegertracing.operator.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** A committed file that is made from the code: compared with its source, or rewritten by {@code make generate}. */
public record Generated(Path file) {
  private static final boolean UPDATE = Boolean.getBoolean("generated.update");

  /** A path below the root of the repository. */
  public static Generated of(String path) {
    return new Generated(Path.of(System.getProperty("basedir", "")).resolve(path));
  }

  public void verify(String text) {
    verify(text, UPDATE);
  }

  void verify(String text, boolean update) {
    try {
      if (update) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
      }
      assertThat(Files.exists(file) ? Files.readString(file) : "")
          .as("%s is out of date: run make generate", file)
          .isEqualTo(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
