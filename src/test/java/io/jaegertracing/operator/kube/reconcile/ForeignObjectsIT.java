package io.jaegertracing.operator.kube.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.support.Seeded;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Objects that look like ours in every respect but the one that counts. */
@OnCluster
class ForeignObjectsIT {
  private static final int ROUNDS = 5;
  private static final int OBJECTS = 25;

  private static final List<String> SPECS = List.of(
      "{}",
      "{agent: {strategy: DaemonSet}}",
      "{strategy: production, storage: {type: elasticsearch,"
          + " options: {es: {server-urls: \"http://es:9200\"}}}, collector: {maxReplicas: 3}}",
      "{storage: {type: cassandra}}");

  private static final List<String> KINDS = List.of(
      "apiVersion: v1, kind: ConfigMap",
      "apiVersion: v1, kind: Secret",
      "apiVersion: v1, kind: ServiceAccount",
      "apiVersion: v1, kind: Service, spec: {ports: [{port: 80}]}",
      "apiVersion: apps/v1, kind: Deployment, spec: {replicas: 0, selector: {matchLabels: {a: b}},"
          + " template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: i}]}}}",
      "apiVersion: batch/v1, kind: CronJob, spec: {suspend: true, schedule: \"1 2 3 4 *\","
          + " jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: i}]}}}}}",
      "apiVersion: networking.k8s.io/v1, kind: Ingress,"
          + " spec: {defaultBackend: {service: {name: a, port: {number: 1}}}}",
      "apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler,"
          + " spec: {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: none}}",
      "apiVersion: policy/v1, kind: PodDisruptionBudget, spec: {minAvailable: 0}");

  @Test
  void areNeverTouched(Cluster cluster) {
    Seeded.rounds(ROUNDS, ROUNDS, random -> {
      var namespace = cluster.newNamespace("lookalikes");
      try (var backend = Backend.in(cluster, namespace)) {
        var owner = owner(backend, namespace);
        for (var number = 0; number < OBJECTS; number++) {
          backend.apply(namespace, lookalike(random, number, owner));
        }
        backend.jaeger(namespace, "shop", random.one(SPECS));
        var uid = backend.jaeger(namespace, "shop").at("/metadata/uid").asText();
        var before = all(backend, namespace, uid);
        assertThat(before).hasSizeGreaterThan(OBJECTS / 2);

        backend.begin();
        settled(backend, namespace);
        backend.jaeger(namespace, "shop", random.one(SPECS));
        settled(backend, namespace);
        backend.run(namespace, "delete", "jaegers.jaegertracing.io", "shop");
        backend.eventually(
            "nothing of it is left", () -> backend.objectsOf(namespace, uid).isEmpty());

        assertThat(all(backend, namespace, uid)).isEqualTo(before);
        var paths = before.stream().map(one -> one.split(" ", 2)[0]).toList();
        assertThat(backend.writes(namespace))
            .noneMatch(write -> paths.contains(write.resource() + "/" + write.name()));
      }
    });
  }

  /** Ready, or held up by one of them. */
  private static void settled(Backend backend, String namespace) {
    backend.eventually(
        namespace,
        "shop",
        "it is ready or held up",
        jaeger -> Backend.isReady(jaeger) || isHeldUp(jaeger));
  }

  private static boolean isHeldUp(JsonNode jaeger) {
    return Backend.condition(jaeger, "Ready").path("reason").asText().equals("NameTaken")
        && jaeger.at("/status/observedGeneration").equals(jaeger.at("/metadata/generation"));
  }

  /** Under a name of ours now and then, with our labels; owned by nobody, or by somebody else. */
  private static String lookalike(Seeded random, int number, String owner) {
    var name = random.chance(15)
        ? random.word("shop", "shop-query", "shop-collector", "shop-sampling-configuration")
        : random.word("shop-", "jaeger-", "") + "x" + number;
    var labels = "app: jaeger, app.kubernetes.io/managed-by: jaeger-operator,"
        + " app.kubernetes.io/part-of: jaeger, app.kubernetes.io/instance: "
        + random.word("shop", "other") + ", app.kubernetes.io/component: "
        + random.word("query", "collector", "all-in-one") + ", app.kubernetes.io/name: " + name;
    var owned = random.chance(40)
        ? ", ownerReferences: [{apiVersion: v1, kind: ConfigMap, name: owner, uid: " + owner
            + ", controller: true}]"
        : "";
    return "{" + random.one(KINDS) + ", metadata: {name: " + name + ", labels: {" + labels + "}"
        + owned + "}}";
  }

  private static String owner(Backend backend, String namespace) {
    backend.apply(namespace, "{apiVersion: v1, kind: ConfigMap, metadata: {name: owner}}");
    return backend
        .admin()
        .get("/api/v1/namespaces/" + namespace + "/configmaps/owner")
        .at("/metadata/uid")
        .asText();
  }

  /** The path of each lookalike, with its uid. */
  private static Set<String> all(Backend backend, String namespace, String jaeger) {
    var found = new TreeSet<String>();
    backend.each(namespace, (resource, object) -> {
      var ours = object.at("/metadata/ownerReferences/0/uid").asText().equals(jaeger);
      if (!ours && object.at("/metadata/labels/app").asText().equals("jaeger")) {
        found.add(resource + "/" + object.at("/metadata/name").asText() + " "
            + object.at("/metadata/uid").asText());
      }
    });
    return found;
  }
}
