package io.jaegertracing.operator.kube.reconcile;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.MainCall;
import io.jaegertracing.operator.documents.Documents;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** One Jaeger that becomes every strategy with every storage that needs no other operator, one after the other. */
@OnCluster
class LifecycleIT {
  private static final String GRPC =
      "storage: {type: grpc, options: {grpc-storage: {server: \"store:17271\"}}}";
  private static final String SEARCH =
      "storage: {type: elasticsearch, options: {es: {server-urls: \"http://es:9200\"}}}";
  private static final String CASSANDRA =
      "storage: {type: cassandra, options: {cassandra: {servers: db}}}";
  private static final String BROKERS =
      "collector: {options: {kafka: {producer: {brokers: \"kafka:9092\"}}}},"
          + " ingester: {options: {kafka: {consumer: {brokers: \"kafka:9092\"}}}}";

  /** In an order in which nothing that is done once is wanted a second time. */
  private static final List<String> SPECS = List.of(
      "{}",
      "{storage: {type: badger}}",
      "{" + GRPC + "}",
      "{strategy: production, " + GRPC + "}",
      "{strategy: streaming, " + GRPC + ", " + BROKERS + "}",
      "{strategy: streaming, " + SEARCH + ", " + BROKERS + "}",
      "{strategy: production, " + SEARCH + ", query: {replicas: 2}}",
      "{strategy: production, " + SEARCH + ", query: {replicas: 1},"
          + " collector: {minReplicas: 2, maxReplicas: 3}}",
      "{strategy: production, "
          + SEARCH
              .replace("}}}", "}}, esRollover: {readTTL: 48h}}")
              .replace("http://es:9200\"", "http://es:9200\", use-aliases: true")
          + "}",
      "{" + SEARCH + ", agent: {strategy: DaemonSet}}",
      "{" + CASSANDRA + "}",
      "{strategy: production, " + CASSANDRA + "}",
      "{strategy: streaming, " + CASSANDRA + ", " + BROKERS + "}",
      "{storage: {type: memory, options: {memory: {max-traces: 5}}}}");

  @TempDir
  private Path folder;

  @Test
  void holdsWhatGeneratePrintsEachTimeAndNothingInTheEnd(Cluster cluster) throws Exception {
    var namespace = cluster.newNamespace("life");
    try (var backend = Backend.in(cluster, namespace)) {
      backend.begin();
      for (var spec : SPECS) {
        backend.jaeger(namespace, "shop", spec);
        backend.eventuallyReady(namespace, "shop");
        var printed = printed(namespace, spec);
        backend.eventually(
            "there is what generate prints of " + spec + ": " + printed,
            () -> backend.objects(namespace, "shop").equals(printed));
      }
      var uid = backend.jaeger(namespace, "shop").at("/metadata/uid").asText();

      backend.run(namespace, "delete", "jaegers.jaegertracing.io", "shop");

      backend.eventually(
          "nothing is left", () -> backend.objectsOf(namespace, uid).isEmpty());
    }
  }

  private Set<String> printed(String namespace, String spec) throws IOException {
    var file = Files.writeString(folder.resolve("jaeger.yaml"), """
        apiVersion: jaegertracing.io/v1
        kind: Jaeger
        metadata: {name: shop, namespace: %s}
        spec: %s
        """.formatted(namespace, spec));
    var call = MainCall.of("generate", "--cr=" + file, "--platform=kubernetes");
    assertThat(call.exit()).as(call.err()).isEqualTo(Exit.OK);
    return Documents.read("printed", call.out()).stream()
        .flatMap(document -> document.items())
        .map(item -> item.tree())
        .map(one -> one.path("kind").asText() + "/" + one.at("/metadata/name").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
