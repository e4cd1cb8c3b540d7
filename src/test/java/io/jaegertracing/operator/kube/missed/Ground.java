package io.jaegertracing.operator.kube.missed;

import io.fabric8.kubernetes.api.model.Pod;
import io.jaegertracing.operator.support.cluster.Audit;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Pods that ask for a sidecar, what makes them, and what the product did about them. */
final class Ground {
  private static final Duration LIMIT = Duration.ofSeconds(40);
  static final String ASKING = "sidecar.jaegertracing.io/inject: \"true\"";

  private Ground() {}

  static void replicaSet(Cluster cluster, String namespace, String name, int replicas) {
    given(cluster, namespace, """
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata: {name: %1$s}
        spec:
          replicas: %2$d
          selector: {matchLabels: {app: %1$s}}
          template:
            metadata: {labels: {app: %1$s}, annotations: {%3$s}}
            spec: {containers: [{name: x, image: x}]}
        """.formatted(name, replicas, ASKING));
    eventually(
        "its Pods are ready",
        () -> pods(cluster, namespace).stream().filter(Ground::isReady).count() == replicas);
  }

  private static boolean isReady(Pod pod) {
    return pod.getStatus().getConditions().stream()
        .anyMatch(one -> one.getType().equals("Ready") && one.getStatus().equals("True"));
  }

  static void pod(
      Cluster cluster, String namespace, String name, String annotations, String owners) {
    given(cluster, namespace, """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, annotations: {%s}, ownerReferences: [%s]}
        spec: {containers: [{name: x, image: x}]}
        """.formatted(name, annotations, owners));
  }

  static String controlledBy(Cluster cluster, String namespace, String configMap) {
    var uid = cluster
        .admin()
        .configMaps()
        .inNamespace(namespace)
        .withName(configMap)
        .get()
        .getMetadata()
        .getUid();
    return "{apiVersion: v1, kind: ConfigMap, controller: true, name: " + configMap + ", uid: "
        + uid + "}";
  }

  static void given(Cluster cluster, String namespace, String yaml) {
    var created = cluster.kubectlWithInput(yaml, "create", "-n", namespace, "-f", "-");
    assertThat(created.exit()).as(created.err()).isZero();
  }

  static List<Pod> pods(Cluster cluster, String namespace) {
    return cluster.admin().pods().inNamespace(namespace).list().getItems();
  }

  static String uid(Cluster cluster, String namespace) {
    return pods(cluster, namespace).get(0).getMetadata().getUid();
  }

  static List<String> events(Cluster cluster, String namespace) {
    return cluster.admin().events().v1().events().inNamespace(namespace).list().getItems().stream()
        .filter(event -> "jaeger-operator".equals(event.getReportingController()))
        .map(event -> event.getRegarding().getKind() + "/"
            + event.getRegarding().getName() + " " + event.getReason())
        .toList();
  }

  static List<Audit.Request> evictions(Cluster cluster, String namespace) {
    return requests(cluster, namespace)
        .filter(request -> request.subresource().equals("eviction"))
        .toList();
  }

  static List<String> read(Cluster cluster, String namespace) {
    return requests(cluster, namespace)
        .filter(request -> request.verb().equals("get") && request.resource().equals("pods"))
        .map(Audit.Request::name)
        .toList();
  }

  static long lists(Cluster cluster, String namespace) {
    return requests(cluster, namespace)
        .filter(request -> request.verb().equals("list") && request.resource().equals("pods"))
        .count();
  }

  static long refusedLists(Cluster cluster, String namespace) {
    return cluster.audit().requestsBy("nobody").stream()
        .filter(request -> request.namespace().equals(namespace)
            && request.resource().equals("pods")
            && request.responseCode() == 403)
        .count();
  }

  private static Stream<Audit.Request> requests(Cluster cluster, String namespace) {
    return cluster.audit().requestsBy(cluster.productAccount()).stream()
        .filter(request -> request.namespace().equals(namespace));
  }

  static void eventually(String what, BooleanSupplier looked) {
    Eventually.holds(what, LIMIT, looked);
  }
}
