package io.jaegertracing.operator.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** What this program was built as. */
public record Build(String version, String date) {
  private static final String FILE = "build.properties";

  public static Build read() {
    var properties = new Properties();
    try (var bytes = Objects.requireNonNull(Build.class.getResourceAsStream(FILE), FILE)) {
      properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(FILE + " of this build cannot be read", broken);
    }
    return new Build(property(properties, "version"), property(properties, "date"));
  }

  private static String property(Properties properties, String name) {
    return Objects.requireNonNull(properties.getProperty(name), name);
  }
}
