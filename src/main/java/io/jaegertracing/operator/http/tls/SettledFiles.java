package io.jaegertracing.operator.http.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Writes files that nobody ever sees half written: under names of their own first, renamed when all are complete. */
final class SettledFiles {
  private SettledFiles() {}

  static void write(Path folder, Map<String, String> contents) throws IOException {
    var written = new LinkedHashMap<Path, Path>();
    try {
      for (var file : contents.entrySet()) {
        var target = folder.resolve(file.getKey());
        written.put(target, temporary(folder, file.getKey()));
        Files.writeString(written.get(target), file.getValue(), US_ASCII);
      }
      for (var file : written.entrySet()) {
        Files.move(
            file.getValue(),
            file.getKey(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      for (var temporary : written.values()) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  /** The mode is set as the file is created: a key is never readable by others, not even for a moment. */
  private static Path temporary(Path folder, String name) throws IOException {
    var mode = name.endsWith(".key") ? "rw-------" : "rw-r--r--";
    return Files.createTempFile(folder, "." + name, null, mode(folder, mode));
  }

  private static FileAttribute<?>[] mode(Path folder, String mode) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
