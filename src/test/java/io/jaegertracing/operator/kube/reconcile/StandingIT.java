package io.jaegertracing.operator.kube.reconcile;

import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import io.jaegertracing.operator.support.cluster.Servers.Paused;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the status says while Pods do not do what they should. */
@OnCluster
class StandingIT {
  private String namespace;
  private Backend backend;
  private Paused nodes;

  @BeforeEach
  void pause(Cluster cluster) {
    namespace = cluster.newNamespace("standing");
    backend = Backend.in(cluster, namespace);
    nodes = cluster.servers().pauseNodes();
  }

  @AfterEach
  void close() {
    nodes.close();
    backend.close();
  }

  @Test
  void progressesUntilItsPodsAreReady(Cluster cluster) {
    begin("{strategy: production, query: {replicas: 2}, storage: {type: elasticsearch,"
        + " options: {es: {server-urls: \"http://es:9200\"}}, dependencies: {enabled: false}}}");

    eventually(
        "Progressing",
        "message",
        "Deployment " + namespace + "/shop-collector: 0 of 1 Pod is ready;" + " Deployment "
            + namespace + "/shop-query: 0 of 2 Pods are ready");
    assertThat(condition("Progressing", "status")).isEqualTo("True");
    assertThat(condition("Progressing", "reason")).isEqualTo("RollingOut");
    assertThat(condition("Ready", "status")).isEqualTo("False");
    var waiting = backend.jaeger(namespace, "shop");
    assertThat(waiting.at("/status/observedGeneration"))
        .isEqualTo(waiting.at("/metadata/generation"));
    assertThat(waits(cluster, "1s")).isNotZero();

    nodes.resume();
    assertThat(waits(cluster, "120s")).isZero();
    assertThat(condition("Progressing", "status")).isEqualTo("False");
  }

  @Test
  void saysWhatThePodOfAFailedJobSaid() {
    begin("{strategy: production, storage: {type: cassandra, dependencies: {enabled: false}}}");
    failPod("no route\\nto cassandra:9042");

    eventually(
        "Progressing",
        "message",
        "Job " + namespace
            + "/shop-cassandra-schema-job: it has not ended yet; its Pod: container"
            + " shop-cassandra-schema-job ended with exit code 1: no route to cassandra:9042");

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
    eventually("Ready", "reason", "JobFailed");
    assertThat(condition("Ready", "message"))
        .startsWith("Job " + namespace
            + "/shop-cassandra-schema-job: Job was active longer than specified deadline;"
            + " its Pod: container shop-cassandra-schema-job ended with exit code 1: no route to"
            + " cassandra:9042; delete it to run it again");
  }

  private void begin(String spec) {
    backend.jaeger(namespace, "shop", spec);
    backend.begin();
  }

  private void eventually(String condition, String field, String text) {
    backend.eventually(
        namespace,
        "shop",
        condition + " has the " + field,
        jaeger -> Backend.condition(jaeger, condition).path(field).asText().equals(text));
  }

  private String condition(String type, String field) {
    return Backend.condition(backend.jaeger(namespace, "shop"), type)
        .path(field)
        .asText();
  }

  /** As a kubelet would say it. */
  private void failPod(String message) {
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

  private int waits(Cluster cluster, String limit) {
    return cluster
        .kubectl(
            "wait", "jaeger/shop", "-n", namespace, "--for=condition=Ready", "--timeout=" + limit)
        .exit();
  }
}
