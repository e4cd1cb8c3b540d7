package io.jaegertracing.operator.kube.lookup;

import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Lookup.OfConfigMap;
import io.jaegertracing.operator.core.admission.Lookup.OfElasticsearch;
import io.jaegertracing.operator.core.admission.Lookup.OfNamespace;
import io.jaegertracing.operator.core.admission.Lookup.OfOwner;
import io.jaegertracing.operator.core.admission.Lookup.OfRight;
import io.jaegertracing.operator.core.admission.Requester;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.kube.rest.Api;
import io.jaegertracing.operator.support.Generated;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnCluster
class LookupsIT {
  /** The machine of a test may be slower than a cluster. */
  private static final Lookups.Bounds PATIENT = new Lookups.Bounds(Duration.ofSeconds(30), 64, 100);

  @Test
  void findsWhatIsThereWithTheRightsOfTheProduct(Cluster cluster) {
    var namespace = cluster.namespace();
    cluster.kubectl("create", "configmap", "settings", "--from-literal=KEY=value", "-n", namespace);
    cluster.kubectl("create", "job", "once", "--image=any", "-n", namespace);
    cluster.kubectl(
        "annotate", "job", "once", "sidecar.jaegertracing.io/inject=true", "-n", namespace);
    var job = cluster
        .admin()
        .batch()
        .v1()
        .jobs()
        .inNamespace(namespace)
        .withName("once")
        .get();
    var owner =
        new OfOwner(namespace, "batch/v1", "Job", "once", job.getMetadata().getUid());

    assertThat(found(cluster, new OfNamespace(namespace)).name()).isEqualTo(namespace);
    assertThat(found(cluster, owner).annotations())
        .containsEntry("sidecar.jaegertracing.io/inject", "true");
    assertThat(((Answer.Found) answer(cluster, new OfConfigMap(namespace, "settings"))).object())
        .hasToString("{\"data\":{\"KEY\":\"\"}}");
  }

  @Test
  void everyOwnerThatControlsPodsMayBeRead(Cluster cluster) {
    for (var kind : Set.of("ReplicaSet", "Deployment", "StatefulSet", "DaemonSet")) {
      assertThat(answer(cluster, new OfOwner(cluster.namespace(), "apps/v1", kind, "none", "u")))
          .isEqualTo(new Answer.Absent());
    }
    for (var kind : Set.of("Job", "CronJob")) {
      assertThat(answer(cluster, new OfOwner(cluster.namespace(), "batch/v1", kind, "none", "u")))
          .isEqualTo(new Answer.Absent());
    }
    assertThat(answer(
            cluster, new OfOwner(cluster.namespace(), "v1", "ReplicationController", "none", "u")))
        .isEqualTo(new Answer.Absent());
  }

  @Test
  void whoMayCreateWhatIsAskedWithTheRightsOfTheProduct(Cluster cluster) {
    var namespace = cluster.namespace();
    var allowed = cluster.kubectl(
        "create",
        "rolebinding",
        "editors",
        "--clusterrole=edit",
        "--group=it-editors",
        "-n",
        namespace);
    assertThat(allowed.exit()).as(allowed.err()).isZero();
    var extra = new TreeMap<>(Map.of("example.org/scopes", List.of("one", "two")));
    var editor = new Requester("it-alice", "u1", List.of("it-editors"), extra);
    var nobody = new Requester("it-bob", "", List.of(), new TreeMap<>());

    assertThat(mayCreate(cluster, new OfRight(editor, "apps", "deployments", namespace)))
        .isTrue();
    assertThat(mayCreate(cluster, new OfRight(nobody, "apps", "deployments", namespace)))
        .isFalse();
    assertThat(mayCreate(
            cluster, new OfRight(editor, "rbac.authorization.k8s.io", "clusterrolebindings", "")))
        .isFalse();
  }

  private static boolean mayCreate(Cluster cluster, OfRight right) {
    return ((Answer.Found) answer(cluster, right)).object().path("allowed").asBoolean();
  }

  @Test
  void anElasticsearchIsFoundOnlyWhereItsKindIs(Cluster cluster) {
    var asked = new OfElasticsearch(cluster.namespace(), "big");
    cluster.kubectl("delete", "crd", "elasticsearches.logging.openshift.io", "--ignore-not-found");
    assertThat(answer(cluster, asked)).isEqualTo(new Answer.KindAbsent());

    var kind = Generated.of("src/test/resources/crds/elasticsearch.yaml").file().toString();
    var installed = cluster.kubectl("apply", "-f", kind);
    assertThat(installed.exit()).as(installed.err()).isZero();
    Eventually.holds(
        "the kind is there",
        Duration.ofMinutes(1),
        () -> answer(cluster, asked).equals(new Answer.Absent()));

    var created = cluster.kubectlWithInput(
        "{apiVersion: logging.openshift.io/v1, kind: Elasticsearch, metadata: {name: big}}",
        "create",
        "-n",
        cluster.namespace(),
        "-f",
        "-");
    assertThat(created.exit()).as(created.err()).isZero();
    assertThat(answer(cluster, asked)).isInstanceOf(Answer.Found.class);
  }

  @Test
  void whatIsNotThereIsAbsent(Cluster cluster) {
    assertThat(answer(cluster, new OfNamespace("none-" + cluster.namespace())))
        .isEqualTo(new Answer.Absent());
    assertThat(answer(cluster, new OfConfigMap(cluster.namespace(), "none")))
        .isEqualTo(new Answer.Absent());
    assertThat(answer(cluster, new OfOwner(cluster.namespace(), "batch/v1", "Odd", "none", "u")))
        .isEqualTo(new Answer.Absent());
  }

  @Test
  void whatIsForbiddenNamesTheRightThatIsMissing(Cluster cluster) {
    var owner = new OfOwner(cluster.namespace(), "v1", "PersistentVolumeClaim", "any", "u");
    assertThat(answer(cluster, owner))
        .isEqualTo(
            new Answer.Unanswered("not allowed to get persistentvolumeclaims in the namespace "
                + cluster.namespace() + "; allow it as in manifests/rbac/role.yaml"));
  }

  private static Meta found(Cluster cluster, Lookup lookup) {
    var found = (Answer.Found) answer(cluster, lookup);
    assertThat(found.object().path("metadata").has("managedFields")).isFalse();
    return Meta.of(found.object().path("metadata"));
  }

  private static Answer answer(Cluster cluster, Lookup lookup) {
    try (var lookups =
        new Lookups(new Api(cluster.product()), Watched.EVERYTHING, Clock.systemUTC(), PATIENT)) {
      return lookups
          .answers(Set.of(lookup))
          .toCompletableFuture()
          .orTimeout(1, TimeUnit.MINUTES)
          .join()
          .getOrDefault(lookup, new Answer.Unanswered("nobody"));
    }
  }
}
