package io.jaegertracing.operator.compat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A rule by which a difference from the Go operator is excused. */
record Deviation(Optional<String> instance, String object, String path, String reason) {
  private static final Path FILE = Path.of("src/test/resources/compat/generate-deviations.yaml");

  static List<Deviation> all() {
    try (var text = Files.newBufferedReader(FILE)) {
      List<Map<String, String>> rules =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      return rules.stream().map(Deviation::of).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  boolean isAboutTheExit() {
    return path.equals("(exit)");
  }

  private static Deviation of(Map<String, String> rule) {
    return new Deviation(
        Optional.ofNullable(rule.get("case")),
        rule.getOrDefault("object", ""),
        rule.getOrDefault("path", ""),
        rule.getOrDefault("reason", ""));
  }
}
