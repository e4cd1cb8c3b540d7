package io.jaegertracing.operator.kube.authorities;

import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.admission.JaegersOnly;
import io.jaegertracing.operator.kube.RawApis;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnCluster
class SweepIT {
  private final Stage stage = new Stage();

  @AfterEach
  void end() {
    stage.end();
  }

  @Test
  void theLeaderTakesAwayWhatAJaegerLentThatIsGone(Cluster cluster) {
    var namespace = cluster.newNamespace("gone");
    stage.lend(cluster, namespace);
    Stage.create(cluster, namespace, "unmarked-trusted-ca", Stage.LABELS, Map.of());
    Stage.create(cluster, namespace, "foreign-trusted-ca", Map.of(), lentBy("obs/foreign"));
    Stage.create(
        cluster, namespace, "unwatched-trusted-ca", Stage.LABELS, lentBy("unwatched/unwatched"));
    var leader = stage.keeper(RawApis.product(cluster), namespace, true);
    leader.jaegerChanged(Optional.empty());
    leader.begins();
    stage.know(JaegersOnly.of(Stage.jaeger("obs", "other")));

    leader.jaegerChanged(Optional.empty());

    Stage.eventually("both are gone", () -> stage.count("deleted") == 2);
    assertThat(cluster.admin().configMaps().inNamespace(namespace).list().getItems())
        .extracting(map -> map.getMetadata().getName())
        .contains("unmarked-trusted-ca", "foreign-trusted-ca", "unwatched-trusted-ca")
        .doesNotContain(Stage.TRUSTED, Stage.SERVICE);
  }

  @Test
  void whoBeginsToLeadTakesAwayWhatWasLeft(Cluster cluster) {
    var namespace = cluster.newNamespace("left");
    stage.lend(cluster, namespace);
    stage.know(JaegersOnly.of());
    stage.keeper(RawApis.product(cluster), namespace, true).begins();
    Stage.eventually("both are gone", () -> stage.count("deleted") == 2);
  }

  @Test
  void whatTheGoOperatorMadeIsMarkedAndGoesWithItsJaeger(Cluster cluster) {
    var namespace = cluster.newNamespace("inherited");
    Stage.create(cluster, namespace, Stage.TRUSTED, Stage.LABELS, Map.of());
    stage.lend(cluster, namespace);
    assertThat(Stage.get(cluster, namespace, Stage.TRUSTED).getMetadata().getAnnotations())
        .containsEntry(Wellknown.LENT_BY, "obs/tracing");
    stage.know(JaegersOnly.of());
    stage.keeper(RawApis.product(cluster), namespace, true).begins();
    Stage.eventually("both are gone", () -> stage.count("deleted") == 2);
  }

  @Test
  void asLongAsTheClusterIsNotKnownEverythingStays(Cluster cluster) {
    var namespace = cluster.newNamespace("unknown");
    stage.lend(cluster, namespace);
    stage.know(JaegersOnly.unread());
    stage.keeper(RawApis.product(cluster), namespace, true).begins();
    Stage.eventually("both places were given up", () -> stage.count("given-up") == 2);
    assertThat(lists(cluster, namespace)).isZero();
    assertThat(Stage.get(cluster, namespace, Stage.TRUSTED)).isNotNull();
  }

  @Test
  void whatAWorkloadStillMountsStaysUntilItDoesNot(Cluster cluster) {
    var namespace = cluster.newNamespace("mounted");
    stage.lend(cluster, namespace);
    apply(cluster, namespace, """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: app}
        spec:
          replicas: 0
          selector: {matchLabels: {app: x}}
          template:
            metadata: {labels: {app: x}}
            spec:
              containers: [{name: app, image: x}]
              volumes: [{name: v, configMap: {name: %s}}]
        """.formatted(Stage.TRUSTED));
    stage.know(JaegersOnly.of());
    var leader = stage.keeper(RawApis.product(cluster), namespace, true);
    leader.begins();
    Stage.eventually("the other one is gone", () -> stage.count("deleted") == 1);
    Stage.eventually("it was seen in use", () -> stage.count("given-up") == 1);
    assertThat(Stage.get(cluster, namespace, Stage.TRUSTED)).isNotNull();

    cluster.admin().apps().deployments().inNamespace(namespace).withName("app").delete();
    leader.jaegerChanged(Optional.empty());

    Stage.eventually("it is gone, too", () -> stage.count("deleted") == 2);
  }

  @Test
  void whatCannotBeListedDeletesNothing(Cluster cluster) {
    var namespace = cluster.newNamespace("unreadable");
    stage.lend(cluster, namespace);
    stage.know(JaegersOnly.of());
    try (var nobody = RawApis.nobody(cluster)) {
      stage.keeper(RawApis.of(nobody), namespace, true).begins();
      Stage.eventually("both lists were refused", () -> stage.count("refused") == 2);
      stage.end();
    }
    assertThat(Stage.get(cluster, namespace, Stage.TRUSTED)).isNotNull();
  }

  private static Map<String, String> lentBy(String jaeger) {
    return Map.of(Wellknown.LENT_BY, jaeger);
  }

  private static void apply(Cluster cluster, String namespace, String yaml) {
    var applied = cluster.kubectlWithInput(yaml, "create", "-n", namespace, "-f", "-");
    assertThat(applied.exit()).as(applied.err()).isZero();
  }

  private static long lists(Cluster cluster, String namespace) {
    return cluster.audit().requestsBy(cluster.productAccount()).stream()
        .filter(
            request -> request.namespace().equals(namespace) && request.verb().equals("list"))
        .count();
  }
}
