package io.jaegertracing.operator.kube.reconcile;

import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the status says while Pods do not do what they should. */
@OnCluster
class StandingIT {
  @Test
  void progressesUntilItsPodsAreReady(Cluster cluster) {
    var namespace = cluster.newNamespace("waiting");
    try (var backend = Backend.in(cluster, namespace)) {
      try (var nodes = cluster.servers().pauseNodes()) {
        assertThat(nodes).isNotNull();
        backend.jaeger(
            namespace,
            "shop",
            "{strategy: production, query: {replicas: 2}, storage: {type: elasticsearch,"
                + " options: {es: {server-urls: \"http://es:9200\"}}, dependencies: {enabled: false}}}");
        backend.begin();
        backend.eventually(
            namespace,
            "shop",
            "it says what it waits for",
            jaeger -> Backend.condition(jaeger, "Progressing")
                .path("message")
                .asText()
                .equals("Deployment " + namespace + "/shop-collector: 0 of 1 Pod is ready;"
                    + " Deployment " + namespace + "/shop-query: 0 of 2 Pods are ready"));
        var waiting = backend.jaeger(namespace, "shop");
        assertThat(Backend.condition(waiting, "Progressing").path("status").asText())
            .isEqualTo("True");
        assertThat(Backend.condition(waiting, "Progressing").path("reason").asText())
            .isEqualTo("RollingOut");
        assertThat(Backend.condition(waiting, "Ready").path("status").asText()).isEqualTo("False");
        assertThat(waiting.at("/status/observedGeneration"))
            .isEqualTo(waiting.at("/metadata/generation"));
        assertThat(waits(cluster, namespace, "1s")).isNotZero();
      }
      assertThat(waits(cluster, namespace, "120s")).isZero();
      var ready = backend.jaeger(namespace, "shop");
      assertThat(Backend.condition(ready, "Progressing").path("status").asText())
          .isEqualTo("False");
    }
  }

  @Test
  void saysWhatThePodOfAFailedJobSaid(Cluster cluster) {
    var namespace = cluster.newNamespace("failing");
    try (var backend = Backend.in(cluster, namespace);
        var nodes = cluster.servers().pauseNodes()) {
      backend.jaeger(
          namespace,
          "shop",
          "{strategy: production, storage: {type: cassandra, dependencies: {enabled: false}}}");
      backend.begin();
      failPod(backend, namespace, "no route\\nto cassandra:9042");
      backend.eventually(
          namespace,
          "shop",
          "it says what it waits for",
          jaeger -> Backend.condition(jaeger, "Progressing")
              .path("message")
              .asText()
              .equals(
                  "Job " + namespace
                      + "/shop-cassandra-schema-job: it has not ended yet; its Pod: container"
                      + " shop-cassandra-schema-job ended with exit code 1: no route to cassandra:9042"));

      backend.run(
          namespace,
          "patch",
          "job",
          "shop-cassandra-schema-job",
          "--patch={\"spec\": {\"activeDeadlineSeconds\": 1}}");
      backend.eventually(
          "nobody tries any more",
          () -> backend
              .admin()
              .get("/apis/batch/v1/namespaces/" + namespace + "/jobs/shop-cassandra-schema-job")
              .at("/status/conditions/0")
              .isObject());
      nodes.resume(); // A Job has only failed once its Pods are gone.
      backend.eventually(
          namespace,
          "shop",
          "it says what went wrong",
          jaeger -> Backend.condition(jaeger, "Ready").path("reason").asText().equals("JobFailed"));
      assertThat(Backend.condition(backend.jaeger(namespace, "shop"), "Ready")
              .path("message")
              .asText())
          .startsWith("Job " + namespace
              + "/shop-cassandra-schema-job: Job was active longer than specified deadline;"
              + " its Pod: container shop-cassandra-schema-job ended with exit code 1: no route to"
              + " cassandra:9042; delete it to run it again");
    }
  }

  /** As a kubelet would say it. */
  private static void failPod(Backend backend, String namespace, String message) {
    var pods = "/api/v1/namespaces/" + namespace + "/pods";
    var pending = new ArrayList<String>();
    backend.eventually("there is a Pod", () -> {
      for (var pod : backend.admin().get(pods).path("items")) {
        if (pod.at("/status/phase").asText().equals("Pending")) {
          pending.add(pod.at("/metadata/name").asText());
        }
      }
      return !pending.isEmpty();
    });
    backend.run(
        namespace,
        "patch",
        "pod",
        pending.get(0),
        "--subresource=status",
        "--type=merge",
        "--patch=" + """
            {"status": {"phase": "Failed", "containerStatuses": [
              {"name": "shop-cassandra-schema-job", "image": "any", "imageID": "any", "ready": false,
               "restartCount": 0, "state": {"terminated": {"exitCode": 1, "message": "%s"}}}]}}""".formatted(message));
  }

  private static int waits(Cluster cluster, String namespace, String limit) {
    return cluster
        .kubectl(
            "wait", "jaeger/shop", "-n", namespace, "--for=condition=Ready", "--timeout=" + limit)
        .exit();
  }
}
