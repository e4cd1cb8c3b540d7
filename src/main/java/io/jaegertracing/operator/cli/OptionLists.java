package io.jaegertracing.operator.cli;

import io.jaegertracing.operator.core.options.KnownOptions;
import io.jaegertracing.operator.core.options.OptionCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The options of Jaeger's programs that came with this build. */
public final class OptionLists {
  /** A program and its version. */
  public record Source(String program, String version) {
    public String file() {
      return program + "-" + version + ".txt";
    }
  }

  private static final String FOLDER = "/flags/";

  private static final List<Source> SOURCES = List.of(
      new Source("jaeger-agent", "1.62.0"),
      new Source("jaeger-all-in-one", "1.65.0"),
      new Source("jaeger-collector", "1.65.0"),
      new Source("jaeger-ingester", "1.65.0"),
      new Source("jaeger-query", "1.65.0"));

  private OptionLists() {}

  public static List<Source> sources() {
    return SOURCES;
  }

  public static OptionCatalogue read() {
    return new OptionCatalogue(SOURCES.stream().map(OptionLists::read).toList());
  }

  private static KnownOptions read(Source source) {
    var file = FOLDER + source.file();
    try (var bytes = Objects.requireNonNull(OptionLists.class.getResourceAsStream(file), file)) {
      return KnownOptions.parse(
          source.program(),
          source.version(),
          new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(file + " of this build cannot be read", broken);
    }
  }
}
