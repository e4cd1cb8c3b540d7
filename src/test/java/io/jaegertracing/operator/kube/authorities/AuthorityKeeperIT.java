package io.jaegertracing.operator.kube.authorities;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.admission.JaegersOnly;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.kube.RawApis;
import io.jaegertracing.operator.support.cluster.Audit;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnCluster
class AuthorityKeeperIT {
  private final Stage stage = new Stage();

  @AfterEach
  void end() {
    stage.end();
  }

  @Test
  void bothAreMadeThroughTheShippedRightsAndOnlyOnce(Cluster cluster) {
    var namespace = cluster.newNamespace("made");
    var made = stage.keeper(RawApis.product(cluster), namespace, true);
    made.tell(Stage.review(namespace, false), Stage.verdict(Reason.INJECTED));
    Stage.eventually("both are there", () -> stage.count("written") == 2);
    assertThat(Stage.get(cluster, namespace, Stage.TRUSTED).getData()).isNullOrEmpty();
    assertThat(Stage.get(cluster, namespace, Stage.SERVICE).getMetadata().getAnnotations())
        .containsEntry("service.beta.openshift.io/inject-cabundle", "true")
        .containsEntry(Wellknown.LENT_BY, "obs/tracing");

    made.tell(Stage.review(namespace, false), Stage.verdict(Reason.UNCHANGED));
    made.jaegerChanged(Optional.of(Stage.LENDER));
    made.tell(Stage.review(namespace, false), Stage.verdict(Reason.UPDATED));

    Stage.eventually("it was looked at again", () -> stage.count("unchanged") == 2);
    Stage.eventually("the audit shows it", () -> writes(cluster, namespace).size() == 2);
  }

  @Test
  void whatOpenShiftWroteStaysWhenTheMarksAreWrittenAgain(Cluster cluster) {
    var namespace = cluster.newNamespace("filled");
    var asked = stage.keeper(RawApis.product(cluster), namespace, true);
    asked.tell(Stage.review(namespace, false), Stage.verdict(Reason.INJECTED));
    Stage.eventually("both are there", () -> stage.count("written") == 2);
    cluster
        .admin()
        .configMaps()
        .inNamespace(namespace)
        .withName(Stage.TRUSTED)
        .edit(map -> new ConfigMapBuilder(map)
            .addToData("ca-bundle.crt", "PEM")
            .editMetadata()
            .removeFromLabels("config.openshift.io/inject-trusted-cabundle")
            .endMetadata()
            .build());

    asked.jaegerChanged(Optional.of(Stage.LENDER));
    asked.tell(Stage.review(namespace, false), Stage.verdict(Reason.INJECTED));

    Stage.eventually("it was written again", () -> stage.count("written") == 3);
    var again = Stage.get(cluster, namespace, Stage.TRUSTED);
    assertThat(again.getData()).isEqualTo(Map.of("ca-bundle.crt", "PEM"));
    assertThat(again.getMetadata().getLabels())
        .containsEntry("config.openshift.io/inject-trusted-cabundle", "true");
  }

  @Test
  void neitherDryRunsNorRefusalsNorPlainKubernetesNorTheJaegersOwnNamespaceAskForAny(
      Cluster cluster) {
    var namespace = cluster.newNamespace("none");
    try (var elsewhere = stage.keeper(RawApis.product(cluster), namespace, false)) {
      elsewhere.tell(Stage.review(namespace, false), Stage.verdict(Reason.INJECTED));
    }
    var asked = stage.keeper(RawApis.product(cluster), namespace, true);
    asked.tell(Stage.review(namespace, true), Stage.verdict(Reason.INJECTED));
    asked.tell(Stage.review(namespace, false), Stage.verdict(Reason.NO_INSTANCE));
    asked.tell(Stage.review("../" + namespace, false), Stage.verdict(Reason.INJECTED));
    stage.know(JaegersOnly.of(Stage.jaeger(namespace, "tracing")));
    asked.tell(
        Stage.review(namespace, false), Stage.verdict(Reason.INJECTED, namespace + "/tracing"));

    var marker = cluster.newNamespace("marker");
    stage.know(JaegersOnly.of(Stage.LENDER));
    asked.tell(Stage.review(marker, false), Stage.verdict(Reason.INJECTED));
    Stage.eventually("the last one was done", () -> stage.count("written") == 2);
    assertThat(cluster
            .admin()
            .configMaps()
            .inNamespace(namespace)
            .withName(Stage.TRUSTED)
            .get())
        .isNull();
    assertThat(stage.results()).isEqualTo(1);
  }

  @Test
  void whatIsSomebodyElsesIsLeftAsItIs(Cluster cluster) {
    var namespace = cluster.newNamespace("foreign");
    Stage.create(cluster, namespace, Stage.TRUSTED, Map.of("team", "shop"), Map.of());
    var before = Stage.get(cluster, namespace, Stage.TRUSTED);

    var asked = stage.keeper(RawApis.product(cluster), namespace, true);
    asked.tell(Stage.review(namespace, false), Stage.verdict(Reason.INJECTED));

    Stage.eventually("the other one is there", () -> stage.count("written") == 1);
    assertThat(stage.count("foreign")).isEqualTo(1);
    assertThat(Stage.get(cluster, namespace, Stage.TRUSTED)).isEqualTo(before);
  }

  @Test
  void aMarkThatSomebodyElseSetOtherwiseStays(Cluster cluster) {
    var namespace = cluster.newNamespace("marked");
    Stage.create(
        cluster,
        namespace,
        Stage.SERVICE,
        Stage.LABELS,
        Map.of("service.beta.openshift.io/inject-cabundle", "false"));

    var asked = stage.keeper(RawApis.product(cluster), namespace, true);
    asked.tell(Stage.review(namespace, false), Stage.verdict(Reason.INJECTED));

    Stage.eventually("it is left alone", () -> stage.count("foreign") == 1);
    assertThat(Stage.get(cluster, namespace, Stage.SERVICE).getMetadata().getAnnotations())
        .isEqualTo(Map.of("service.beta.openshift.io/inject-cabundle", "false"));
  }

  @Test
  void whatCouldNotBeMadeIsAskedForAgain(Cluster cluster) {
    var namespace = cluster.newNamespace("forbidden");
    try (var nobody = RawApis.nobody(cluster)) {
      var asked = stage.keeper(RawApis.of(nobody), namespace, true);
      asked.tell(Stage.review(namespace, false), Stage.verdict(Reason.INJECTED));
      Stage.eventually("it was refused", () -> stage.count("refused") == 1);
      asked.tell(Stage.review(namespace, false), Stage.verdict(Reason.INJECTED));
      Stage.eventually("it was refused again", () -> stage.count("refused") == 2);
      stage.end();
    }
  }

  @Test
  void moreThanMayWaitAreLeftToTheNextAdmission(Cluster cluster) {
    var namespace = cluster.newNamespace("many");
    var asked = stage.keeper(RawApis.product(cluster), namespace, 0);
    asked.tell(Stage.review(namespace, false), Stage.verdict(Reason.INJECTED));
    asked.tell(Stage.review(namespace, false), Stage.verdict(Reason.INJECTED));
    assertThat(stage.count("dropped")).isEqualTo(2);
  }

  private static List<Audit.Request> writes(Cluster cluster, String namespace) {
    return cluster.audit().requestsBy(cluster.productAccount()).stream()
        .filter(
            request -> request.namespace().equals(namespace) && request.verb().equals("patch"))
        .toList();
  }
}
