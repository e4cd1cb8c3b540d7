package io.jaegertracing.operator.http.tls;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A certificate chain and its key as somebody wrote them, with the names under which an error speaks of them. */
public record PemPair(String certificateName, String certificate, String keyName, String key) {
  private static final long MOST = 1024L * 1024;

  /** The folder may be a mounted Secret, whose files change together by one symbolic link: read again when that happened in between. */
  public static PemPair read(Path folder) {
    var certificate = folder.resolve("tls.crt");
    var key = folder.resolve("tls.key");
    var before = text(certificate);
    var keyText = text(key);
    var after = text(certificate);
    return before.equals(after)
        ? new PemPair(certificate.toString(), after, key.toString(), keyText)
        : new PemPair(certificate.toString(), after, key.toString(), text(key));
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > MOST) {
        throw new Failure(Exit.NO_INPUT, file + " is larger than 1 MiB", "put a PEM file there");
      }
      return Files.readString(file, ISO_8859_1);
    } catch (NoSuchFileException missing) {
      throw new Failure(
          Exit.NO_INPUT, file + " does not exist", "put the PEM file there or name another folder");
    } catch (IOException unreadable) {
      throw new Failure(
          Exit.NO_INPUT,
          file + " cannot be read (" + unreadable + ")",
          "make it readable for this user");
    }
  }

  /** Without the contents: one of them is a secret. */
  @Override
  public String toString() {
    return certificateName + " and " + keyName;
  }
}
