package io.jaegertracing.operator.cli.folders;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.documents.Document;
import io.jaegertracing.operator.documents.Documents;
import io.jaegertracing.operator.documents.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The documents in folders that stand for a cluster. */
public record ResourceFolders(List<Path> folders, List<Document> documents) {
  private static final Logger LOG = LoggerFactory.getLogger(ResourceFolders.class);

  public static ResourceFolders read(List<Path> folders) {
    var documents = new ArrayList<Document>();
    for (var folder : folders) {
      for (var file : files(folder)) {
        Documents.read(file.toString(), text(file)).stream()
            .flatMap(Document::items)
            .forEach(documents::add);
      }
    }
    return new ResourceFolders(folders, List.copyOf(documents));
  }

  /** How many of each kind there are, in the log. */
  public void report() {
    var kinds = documents.stream()
        .collect(Collectors.groupingBy(Document::kind, TreeMap::new, Collectors.counting()));
    LOG.atInfo().addKeyValue("folders", folders).addKeyValue("kinds", kinds).log("resources read");
  }

  private static List<Path> files(Path folder) {
    if (Files.isRegularFile(folder)) {
      return List.of(folder);
    }
    try (var entries = Files.walk(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw unreadable(folder, unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Utf8.text(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw unreadable(file, unreadable);
    }
  }

  private static Failure unreadable(Path path, IOException reason) {
    var why = Files.exists(path) ? " cannot be read: " + reason.getMessage() : " does not exist";
    return new Failure(
        Exit.NO_INPUT, path + why, "name a folder of YAML or JSON files with --resources");
  }
}
