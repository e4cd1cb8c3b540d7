package io.jaegertracing.operator.kube.reconcile;

import io.jaegertracing.operator.support.cluster.Audit;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.util.HashSet;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnCluster
class FleetIT {
  private static final int MANY = 200;
  private static final int OBJECTS = 8;

  @Test
  void twoHundredJaegersConvergeAndARestartWritesNothing(Cluster cluster) {
    var namespace = cluster.newNamespace("fleet");
    try (var backend = Backend.in(cluster, namespace)) {
      var yaml = new StringBuilder();
      IntStream.range(0, MANY).forEach(number -> yaml.append("""
              ---
              apiVersion: jaegertracing.io/v1
              kind: Jaeger
              metadata: {name: jaeger-%d}
              """.formatted(number)));
      backend.apply(namespace, yaml.toString());

      backend.begin();

      backend.eventually("all are ready", () -> ready(backend, namespace) == MANY);
      backend.eventually("the audit has all", () -> created(backend, namespace) == MANY * OBJECTS);
      var objects = backend.writes(namespace).stream()
          .filter(request -> !request.resource().equals("jaegers"))
          .toList();
      assertThat(new HashSet<>(objects)).hasSameSizeAs(objects);
      assertThat(backend.writes(namespace).size()).isLessThanOrEqualTo(MANY * (OBJECTS + 3));

      backend.end();
      var before = backend.writes(namespace);
      var passes = backend.passes("settled");
      backend.begin();
      backend.eventually(
          "it looked again at all", () -> backend.passes("settled") >= passes + MANY);
      assertThat(backend.writes(namespace)).isEqualTo(before);
    }
  }

  private static long ready(Backend backend, String namespace) {
    var list =
        backend.admin().get("/apis/jaegertracing.io/v1/namespaces/" + namespace + "/jaegers");
    return StreamSupport.stream(list.path("items").spliterator(), false)
        .filter(Backend::isReady)
        .count();
  }

  private static long created(Backend backend, String namespace) {
    return backend.writes(namespace).stream()
        .map(Audit.Request::responseCode)
        .filter(code -> code == 201)
        .count();
  }
}
