package io.jaegertracing.operator.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

/** One case in a folder of its own: what goes in, what must come out, and nothing else. */
public record Golden(Path folder) {
  private static final boolean UPDATE = Boolean.getBoolean("generated.update");
  private static final String ARGUMENTS = "args";

  /** The folders below {@code golden/<subject>} in the order of their names. */
  public static List<Golden> cases(String subject) {
    var folder = Generated.of("src/test/resources/golden").file().resolve(subject);
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.sorted().map(Golden::new).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public String name() {
    return folder.getFileName().toString();
  }

  public Path in(String file) {
    return folder.resolve("in-" + file);
  }

  public Path out(String file) {
    return folder.resolve("out-" + file);
  }

  /** The lines of the file {@code args} that begin with a dash. */
  public List<String> arguments() {
    return lines().stream().filter(line -> line.startsWith("-")).toList();
  }

  /** Its other lines, of the form {@code NAME=value}. */
  public Map<String, String> environment() {
    return lines().stream()
        .filter(line -> !line.startsWith("-"))
        .map(line -> line.split("=", 2))
        .collect(toMap(pair -> pair[0], pair -> pair[1]));
  }

  /** By the names of their files without {@code out-}; an empty text means that there is no file. */
  public void verify(Map<String, String> outputs) {
    verify(outputs, UPDATE);
  }

  void verify(Map<String, String> outputs, boolean update) {
    var wanted = new TreeMap<String, String>();
    outputs.forEach((file, text) -> wanted.put("out-" + file, text));
    wanted.values().removeIf(String::isEmpty);
    if (update) {
      rewrite(wanted);
    }
    assertThat(texts("out-"))
        .as("%s is out of date or holds more than it should: run make generate", folder)
        .isEqualTo(wanted);
    assertThat(strangers()).as("files of %s that no test reads", folder).isEmpty();
  }

  private void rewrite(Map<String, String> wanted) {
    try {
      for (var file : texts("out-").keySet()) {
        Files.delete(folder.resolve(file));
      }
      for (var file : wanted.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Set<String> strangers() {
    var all = new TreeSet<>(texts("").keySet());
    all.removeIf(file -> file.startsWith("in-") || file.startsWith("out-"));
    all.remove(ARGUMENTS);
    return all;
  }

  private Map<String, String> texts(String prefix) {
    try (Stream<Path> files = Files.list(folder)) {
      var texts = new TreeMap<String, String>();
      for (var file : files.toList()) {
        var name = file.getFileName().toString();
        if (name.startsWith(prefix)) {
          texts.put(name, Files.readString(file));
        }
      }
      return texts;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private List<String> lines() {
    var file = folder.resolve(ARGUMENTS);
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
