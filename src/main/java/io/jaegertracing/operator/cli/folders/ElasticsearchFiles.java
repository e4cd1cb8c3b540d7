package io.jaegertracing.operator.cli.folders;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.validation.Elasticsearches;
import io.jaegertracing.operator.documents.Document;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The Elasticsearch objects of files; the kind exists only where its definition is among them, as in a cluster. */
public record ElasticsearchFiles(boolean known, Set<Key> keys) implements Elasticsearches {
  private static final String GROUP = "logging.openshift.io";
  private static final String KIND = "Elasticsearch";

  public record Key(String namespace, String name) {}

  public static ElasticsearchFiles among(List<Document> documents) {
    var trees = documents.stream().map(Document::tree).toList();
    return new ElasticsearchFiles(
        trees.stream().anyMatch(ElasticsearchFiles::defines),
        trees.stream()
            .filter(tree -> tree.path("kind").asText().equals(KIND)
                && tree.path("apiVersion").asText().startsWith(GROUP + "/"))
            .map(tree -> tree.path("metadata"))
            .map(metadata -> new Key(
                metadata.path("namespace").asText("default"),
                metadata.path("name").asText()))
            .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public Optional<Boolean> exists(String namespace, String name) {
    return known ? Optional.of(keys.contains(new Key(namespace, name))) : Optional.empty();
  }

  private static boolean defines(JsonNode tree) {
    return tree.path("kind").asText().equals("CustomResourceDefinition")
        && tree.path("spec").path("group").asText().equals(GROUP)
        && tree.path("spec").path("names").path("kind").asText().equals(KIND);
  }
}
