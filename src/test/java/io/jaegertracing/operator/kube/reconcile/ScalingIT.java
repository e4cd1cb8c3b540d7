package io.jaegertracing.operator.kube.reconcile;

import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnCluster
class ScalingIT {
  private static final String STORAGE =
      "storage: {type: elasticsearch, options: {es.server-urls: 'http://es:9200'}}";

  @Test
  void anAutoscalerTakesOverAsManyPodsAsThereAreAndKeepsThem(Cluster cluster) {
    var namespace = cluster.newNamespace("scaled");
    try (var backend = Backend.in(cluster, namespace)) {
      backend.jaeger(namespace, "scaled", spec("replicas: 3"));
      backend.begin().eventuallyReady(namespace, "scaled");
      assertThat(replicas(backend, namespace)).isEqualTo(3);

      backend.jaeger(namespace, "scaled", spec("autoscale: true, maxReplicas: 9"));

      backend.eventually(
          "there is an autoscaler",
          () -> backend
              .objects(namespace, "scaled")
              .contains("HorizontalPodAutoscaler/scaled-collector"));
      backend.eventuallyReady(namespace, "scaled");
      assertThat(replicas(backend, namespace)).isEqualTo(3);

      backend.run(namespace, "scale", "deployment", "scaled-collector", "--replicas=5");
      backend.run(namespace, "label", "deployment", "scaled-collector", "app-");
      backend.eventually(
          "the label is back",
          () -> backend
              .deployment(namespace, "scaled-collector")
              .at("/metadata/labels/app")
              .asText()
              .equals("jaeger"));
      assertThat(replicas(backend, namespace)).isEqualTo(5);

      backend.jaeger(namespace, "scaled", spec("autoscale: false"));
      backend.eventually(
          "the autoscaler is gone",
          () -> !backend
              .objects(namespace, "scaled")
              .contains("HorizontalPodAutoscaler/scaled-collector"));
      assertThat(replicas(backend, namespace)).isEqualTo(5);
    }
  }

  @Test
  void whatWasAtZeroBeginsWithOneWhenNobodySaysHowMany(Cluster cluster) {
    var namespace = cluster.newNamespace("zero");
    try (var backend = Backend.in(cluster, namespace)) {
      backend.jaeger(namespace, "scaled", spec("replicas: 0"));
      backend.begin().eventuallyReady(namespace, "scaled");
      assertThat(replicas(backend, namespace)).isZero();

      backend.jaeger(namespace, "scaled", spec("autoscale: true"));

      backend.eventually("there is one", () -> replicas(backend, namespace) == 1);
      backend.eventuallyReady(namespace, "scaled");
    }
  }

  @Test
  void aSchemaIsMadeOnceForEqualInputsAndBeforeWhatNeedsIt(Cluster cluster) {
    var namespace = cluster.newNamespace("schema");
    var storage = "storage: {type: cassandra, options: {cassandra.servers: db%s}}";
    try (var backend = Backend.in(cluster, namespace)) {
      backend.jaeger(namespace, "stored", "{strategy: production, " + storage.formatted("") + "}");
      backend.begin().eventuallyReady(namespace, "stored");
      assertThat(jobs(backend, namespace)).containsExactly("stored-cassandra-schema-job");

      backend.run(namespace, "delete", "job", "stored-cassandra-schema-job");
      backend.run(namespace, "delete", "service", "stored-query");
      backend.eventually(
          "the Service is back",
          () -> backend.objects(namespace, "stored").contains("Service/stored-query"));
      assertThat(jobs(backend, namespace)).isEmpty();

      backend.jaeger(namespace, "stored", "{strategy: production, " + storage.formatted("2") + "}");
      backend.eventually(
          "it is made for the other database", () -> jobs(backend, namespace).size() == 1);
      assertThat(jobs(backend, namespace).iterator().next())
          .matches("stored-cassandra-schema-job-[0-9a-f]{8}");
      backend.eventuallyReady(namespace, "stored");
      assertThat(backend.told()).contains("JobRunning", "Ready");
    }
  }

  @Test
  void programsFollowWhatTheyRead(Cluster cluster) {
    var namespace = cluster.newNamespace("reading");
    try (var backend = Backend.in(cluster, namespace)) {
      backend.run(namespace, "create", "secret", "generic", "login", "--from-literal=a=1");
      backend.jaeger(
          namespace,
          "reading",
          "{volumes: [{name: login, secret: {secretName: login}}], volumeMounts: [{name: login, mountPath: /login}]}");
      backend.begin().eventuallyReady(namespace, "reading");
      var first = inputs(backend, namespace);
      assertThat(first).isNotEmpty();

      backend.run(namespace, "label", "secret", "login", "what=ever");
      backend.run(namespace, "patch", "secret", "login", "-p", "{\"stringData\": {\"a\": \"2\"}}");

      backend.eventually(
          "the Pods are replaced", () -> !inputs(backend, namespace).equals(first));
      backend.eventuallyReady(namespace, "reading");
      assertThat(backend
              .deployment(namespace, "reading")
              .at("/metadata/generation")
              .asInt())
          .isEqualTo(2);
    }
  }

  @Test
  void jaegersAreCountedWhileItLeads(Cluster cluster) {
    var namespace = cluster.newNamespace("counted");
    try (var backend = Backend.in(cluster, namespace)) {
      backend.jaeger(namespace, "counted", "{}");
      backend.begin().eventuallyReady(namespace, "counted");

      var gauge = backend
          .registry()
          .get("jaeger_operator_instances_strategies")
          .tag("type", "allinone")
          .gauge();
      assertThat(gauge.value()).isEqualTo(1);
      assertThat(backend.registry().get("jaeger_operator_leading").gauge().value())
          .isEqualTo(1);

      backend.end();
      assertThat(backend.registry().find("jaeger_operator_instances_strategies").gauges())
          .isEmpty();
    }
  }

  private static String inputs(Backend backend, String namespace) {
    return backend
        .deployment(namespace, "reading")
        .at("/spec/template/metadata/annotations")
        .path(Wellknown.INPUTS)
        .asText();
  }

  private static String spec(String collector) {
    return "{strategy: production, collector: {" + collector + "}, " + STORAGE + "}";
  }

  private static Set<String> jobs(Backend backend, String namespace) {
    return backend.objects(namespace, "stored").stream()
        .filter(object -> object.startsWith("Job/"))
        .map(object -> object.substring("Job/".length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int replicas(Backend backend, String namespace) {
    return backend
        .deployment(namespace, "scaled-collector")
        .at("/spec/replicas")
        .asInt();
  }
}
