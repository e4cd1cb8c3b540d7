package io.jaegertracing.operator.support.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The control plane's programs and where the script that starts them finds each; a program that is nowhere has no path. */
record Programs(Map<String, Optional<Path>> paths) {
  static Programs find(Map<String, String> environment) {
    var which = new ProcessBuilder(Folders.up().toString(), "which")
        .redirectError(ProcessBuilder.Redirect.DISCARD);
    which.environment().clear();
    which.environment().putAll(environment);
    try {
      var process = which.start();
      process.getOutputStream().close();
      return parse(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  /** One program per line: its name, then its path or the word "missing". */
  static Programs parse(String listing) {
    return new Programs(Arrays.stream(listing.split("\n"))
        .map(line -> line.split(" ", 2))
        .collect(Collectors.toMap(words -> words[0], words -> path(words[1]))));
  }

  private static Optional<Path> path(String word) {
    return word.equals("missing") ? Optional.empty() : Optional.of(Path.of(word));
  }

  /** The one line for whoever wonders why nothing runs. */
  Optional<String> complaint() {
    var missing = missing();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("control plane not built: run \"make cluster\" (missing: "
            + String.join(", ", missing) + ")");
  }

  private List<String> missing() {
    return paths.entrySet().stream()
        .filter(program -> program.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  Path kubectl() {
    return paths.get("kubectl").orElseThrow();
  }
}
