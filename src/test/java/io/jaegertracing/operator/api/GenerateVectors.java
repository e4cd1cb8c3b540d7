package io.jaegertracing.operator.api;

import io.jaegertracing.operator.support.Generated;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Jaegers with which the Go operator's behaviour was recorded; they lie beside the repository where they lie at all. */
record GenerateVectors(Path folder) {
  private static final String VALID_NAME = "[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?";

  /** One recorded input. */
  record Case(String name, Path folder) {
    boolean wasDecoded() {
      return Files.exists(folder.resolve("expected.yaml"));
    }

    /** The first document in a namespace of ours, every other scalar as it was typed: the API server converts it as the Go operator did. */
    String manifest(String namespace) {
      try {
        var root = firstDocument(Files.readString(folder.resolve("cr.yaml")));
        var metadata = (MappingNode) value(root, "metadata").orElseThrow();
        var given = value(metadata, "name").filter(Case::isAccepted);
        put(metadata, "namespace", namespace);
        put(metadata, "name", given.map(it -> ((ScalarNode) it).getValue()).orElse(name));
        var text = new StringWriter();
        new Yaml().serialize(root, text);
        return text.toString();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    private static MappingNode firstDocument(String text) {
      var documents = new Yaml().composeAll(new StringReader(text)).iterator();
      if (!documents.hasNext()) {
        throw new IllegalArgumentException("no document");
      }
      return (MappingNode) documents.next();
    }

    /** The program took names that no API server takes. */
    private static boolean isAccepted(Node name) {
      return name instanceof ScalarNode scalar
          && scalar.getTag().equals(Tag.STR)
          && scalar.getValue().matches(VALID_NAME);
    }

    private static Optional<Node> value(MappingNode map, String key) {
      return map.getValue().stream()
          .filter(entry -> isKey(entry, key))
          .map(NodeTuple::getValueNode)
          .findFirst();
    }

    private static void put(MappingNode map, String key, String value) {
      map.getValue().removeIf(entry -> isKey(entry, key));
      map.getValue().add(new NodeTuple(text(key), text(value)));
    }

    private static boolean isKey(NodeTuple entry, String key) {
      return entry.getKeyNode() instanceof ScalarNode scalar
          && scalar.getValue().equals(key);
    }

    private static ScalarNode text(String value) {
      return new ScalarNode(Tag.STR, value, null, null, DumperOptions.ScalarStyle.DOUBLE_QUOTED);
    }
  }

  static GenerateVectors beside() {
    var shared = System.getProperty("shared.dir");
    return new GenerateVectors((shared == null ? Generated.of("../shared").file() : Path.of(shared))
        .resolve("vectors/generate"));
  }

  boolean exist() {
    return Files.isDirectory(folder);
  }

  List<Case> cases() {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .sorted()
          .map(it -> new Case(it.getFileName().toString(), it))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
