package io.jaegertracing.operator.kube.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.documents.Documents;
import io.jaegertracing.operator.support.Golden;
import io.jaegertracing.operator.support.cluster.Audit;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What generate prints is what the cluster holds, and a restart finds nothing to write: for every golden case that a Kubernetes with Strimzi can hold. */
@OnCluster
class GoldenJaegersIT {
  private static final OwnedKind[] STRIMZI = {
    OwnedKind.KAFKA, OwnedKind.KAFKA_NODE_POOL, OwnedKind.KAFKA_USER
  };
  private static final Set<String> ELSEWHERE =
      Set.of("Elasticsearch", "Route", "ConsoleLink", "ServiceMonitor");

  @Test
  void theClusterHoldsWhatGeneratePrints(Cluster cluster) {
    var namespace = cluster.newNamespace("golden");
    try (var backend = Backend.of().amid(STRIMZI).in(cluster, namespace)) {
      var printed = new TreeMap<String, Set<String>>();
      for (var golden : Golden.cases("generate")) {
        printed.putAll(created(backend, namespace, golden));
      }
      assertThat(printed).hasSizeGreaterThan(8);
      var streaming = streaming(printed);
      assertThat(streaming).hasSizeGreaterThan(1);

      backend.begin();

      streaming.forEach(name -> provide(backend, namespace, name));
      // Some want nodes that nobody has: they hold what they should, and wait.
      printed.forEach((name, objects) -> {
        backend.eventually(
            name + " has its objects", () -> backend.objects(namespace, name).equals(objects));
        backend.eventually(
            namespace,
            name,
            name + " is told of",
            jaeger -> jaeger.at("/status/conditions").size() >= 5);
      });
      backend.end();
      var before = objectWrites(backend, namespace);
      var passes = backend.passes("settled", "waiting", "stuck");
      backend.begin();
      backend.eventually(
          "it looked again",
          () -> backend.passes("settled", "waiting", "stuck") >= passes + printed.size());
      assertThat(objectWrites(backend, namespace)).isEqualTo(before);
    }
  }

  private static List<String> streaming(Map<String, Set<String>> printed) {
    return printed.entrySet().stream()
        .filter(one -> one.getValue().contains("Kafka/" + one.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** As Strimzi does. */
  private static void provide(Backend backend, String namespace, String name) {
    for (var kind : List.of(OwnedKind.KAFKA, OwnedKind.KAFKA_USER)) {
      backend.eventually(
          name + " has a " + kind.kind(),
          () -> backend.exists(Backend.path(kind, namespace, name)));
      backend.status(kind, namespace, name, "{conditions: [{type: Ready, status: 'True'}]}");
    }
  }

  /** Pods that come up meanwhile are told of. */
  private static List<Audit.Request> objectWrites(Backend backend, String namespace) {
    return backend.writes(namespace).stream()
        .filter(request -> !request.subresource().equals("status"))
        .toList();
  }

  /** The objects by name of the Jaeger; none of those of cases that are not for every cluster. */
  private static Map<String, Set<String>> created(
      Backend backend, String namespace, Golden golden) {
    var out = documents(golden.folder().resolve("out-objects.yaml"));
    var jaegers = documents(golden.in("jaeger.yaml")).stream()
        .filter(one -> one.path("kind").asText().equals("Jaeger"))
        .toList();
    if (!golden.arguments().isEmpty()
        || !golden.environment().isEmpty()
        || jaegers.size() != 1
        || out.stream().anyMatch(one -> ELSEWHERE.contains(one.path("kind").asText()))) {
      return Map.of();
    }
    var jaeger = (ObjectNode) jaegers.get(0).deepCopy();
    ((ObjectNode) jaeger.path("metadata")).remove("namespace");
    backend.apply(namespace, jaeger.toString());
    return Map.of(
        jaeger.at("/metadata/name").asText(),
        out.stream()
            .map(one ->
                one.path("kind").asText() + "/" + one.at("/metadata/name").asText())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static List<JsonNode> documents(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Documents.read(file.toString(), Files.readString(file)).stream()
          .flatMap(document -> document.items())
          .map(item -> item.tree())
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
