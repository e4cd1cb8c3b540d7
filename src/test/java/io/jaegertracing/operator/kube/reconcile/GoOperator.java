package io.jaegertracing.operator.kube.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.documents.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Objects of a recorded case as the Go operator left them in a cluster. */
record GoOperator(Path folder) {
  /** It printed these without a version. */
  private static final Map<String, String> VERSIONS = Map.of(
      "CronJob", "batch/v1",
      "HorizontalPodAutoscaler", "autoscaling/v2",
      "Job", "batch/v1");

  static Optional<GoOperator> recorded(String name) {
    var shared = System.getProperty("shared.dir");
    return Optional.ofNullable(shared)
        .map(folder -> Path.of(folder).resolve("vectors/generate").resolve(name))
        .filter(Files::isDirectory)
        .map(GoOperator::new);
  }

  ObjectNode jaeger() {
    var jaeger = (ObjectNode) documents("cr.yaml").get(0).deepCopy();
    ((ObjectNode) jaeger.path("metadata")).remove("namespace");
    return jaeger;
  }

  /** With the owner that they had. */
  List<ObjectNode> objects(JsonNode jaeger, String namespace) {
    var recorded = documents("cr.yaml").get(0).at("/metadata/namespace").asText();
    // Names of hosts and tags of spans end with the namespace.
    var place = Pattern.compile("(?<=\\w[.]|pod[.]namespace=)" + recorded + "(?=\\W|$)");
    return documents("expected.yaml", text -> place.matcher(text).replaceAll(namespace)).stream()
        .map(one -> owned((ObjectNode) one.deepCopy(), jaeger))
        .toList();
  }

  private static ObjectNode owned(ObjectNode object, JsonNode jaeger) {
    var metadata = (ObjectNode) object.path("metadata");
    metadata.remove("namespace");
    metadata
        .putArray("ownerReferences")
        .addObject()
        .put("apiVersion", "jaegertracing.io/v1")
        .put("kind", "Jaeger")
        .put("name", jaeger.at("/metadata/name").asText())
        .put("uid", jaeger.at("/metadata/uid").asText())
        .put("controller", true);
    if (object.path("apiVersion").asText().isEmpty()) {
      object.put("apiVersion", VERSIONS.get(object.path("kind").asText()));
    }
    return object;
  }

  private List<JsonNode> documents(String file) {
    return documents(file, text -> text);
  }

  private List<JsonNode> documents(String file, UnaryOperator<String> changed) {
    var path = folder.resolve(file);
    try {
      var text = Files.readString(path).replaceAll("<registry:\\w+>", "ghcr.io");
      return Documents.read(path.toString(), changed.apply(text)).stream()
          .flatMap(document -> document.items())
          .map(item -> item.tree())
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
