package io.jaegertracing.operator.kube.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Objects as the Go operator left them, and then this operator: what runs goes on running. */
@OnCluster
class TakeOverIT {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "replicas-fixed-everywhere",
        "agent-daemonset-defaults",
        "deployment-strategy-allinone-and-priority",
        "es-external-archive-enabled",
        "merge-allinone-everything",
        "cassandra-streaming-archive"
      })
  void nothingRestarts(String name, Cluster cluster) {
    var recorded = GoOperator.recorded(name);
    Assumptions.assumeTrue(recorded.isPresent(), "the recordings are not at hand");
    var namespace = cluster.newNamespace("taken");
    try (var backend = Backend.of("--jaeger-version=1.65.0").in(cluster, namespace)) {
      var jaeger = recorded.get().jaeger();
      jaeger
          .withObjectProperty("metadata")
          .withObjectProperty("labels")
          .put(Wellknown.OPERATED_BY, "test-operator");
      var instance = jaeger.at("/metadata/name").asText();
      backend.apply(namespace, jaeger.toString());
      for (var object : recorded.get().objects(backend.jaeger(namespace, instance), namespace)) {
        backend.createAs("jaeger-operator", namespace, object);
      }
      backend.eventually("its Jobs are done", () -> backend.jobsAreDone(namespace));
      var before = workloads(backend, namespace);
      assertThat(before).isNotEmpty();

      backend.begin();

      backend.eventually(
          namespace,
          instance,
          "it was taken over",
          seen -> seen.at("/status/conditions").size() >= 5);
      assertThat(differences(before, workloads(backend, namespace))).isEmpty();
    }
  }

  /** How a rollout goes is another difference that is meant: it replaces no Pod. */
  private static List<String> differences(Map<String, String> before, Map<String, String> after) {
    var paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    return paths.stream()
        .filter(path -> !path.contains(".strategy."))
        .filter(path -> !Objects.equals(before.get(path), after.get(path)))
        .map(path -> path + ": " + before.get(path) + " -> " + after.get(path))
        .toList();
  }

  /** Every field of what they are told to do, by path. */
  private static Map<String, String> workloads(Backend backend, String namespace) {
    var fields = new TreeMap<String, String>();
    for (var resource : List.of("deployments", "daemonsets")) {
      var list = backend.admin().get("/apis/apps/v1/namespaces/" + namespace + "/" + resource);
      for (var item : list.path("items")) {
        var name = resource + "/" + item.at("/metadata/name").asText();
        flatten(name, item.path("spec"), fields);
      }
    }
    return fields;
  }

  private static void flatten(String path, JsonNode value, Map<String, String> fields) {
    if (value.isValueNode() || value.isEmpty()) {
      fields.put(path, value.toString());
    }
    value
        .properties()
        .forEach(field -> flatten(path + "." + field.getKey(), field.getValue(), fields));
    for (var at = 0; value.isArray() && at < value.size(); at++) {
      flatten(path + "[" + at + "]", value.get(at), fields);
    }
  }
}
