package io.jaegertracing.operator.kube.authorities;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Policy;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.WorkloadKinds;
import io.jaegertracing.operator.kube.RawApi;
import io.jaegertracing.operator.kube.RawApis;
import io.jaegertracing.operator.kube.work.Backoff;
import io.jaegertracing.operator.kube.work.TokenBucket;
import io.jaegertracing.operator.kube.work.WorkQueue;
import io.jaegertracing.operator.support.cluster.Audit;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.jaegertracing.operator.support.cluster.OnCluster;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnCluster
class AuthorityKeeperIT {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Instance LENDER = Known.jaeger("obs", "tracing");
  private static final String TRUSTED = "tracing-trusted-ca";
  private static final String SERVICE = "tracing-service-ca";

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final AtomicReference<Snapshot> snapshot =
      new AtomicReference<>(new Known(true, List.of(LENDER)));
  private @Nullable AuthorityKeeper keeper;

  @AfterEach
  void end() {
    if (keeper != null) {
      keeper.ends();
      keeper.close();
    }
  }

  @Test
  void bothAreMadeThroughTheShippedRightsAndOnlyOnce(Cluster cluster) {
    var namespace = cluster.newNamespace("made");
    var made = keeper(RawApis.product(cluster), namespace, true);
    made.tell(review(namespace, false), verdict(Reason.INJECTED));
    eventually("both are there", () -> count("written") == 2);
    assertThat(get(cluster, namespace, TRUSTED).getData()).isNullOrEmpty();
    assertThat(get(cluster, namespace, SERVICE).getMetadata().getAnnotations())
        .containsEntry("service.beta.openshift.io/inject-cabundle", "true")
        .containsEntry(Wellknown.LENT_BY, "obs/tracing");

    made.tell(review(namespace, false), verdict(Reason.UNCHANGED));
    made.jaegerChanged(Optional.of(LENDER));
    made.tell(review(namespace, false), verdict(Reason.UPDATED));

    eventually("it was looked at again", () -> count("unchanged") == 2);
    eventually("the audit shows it", () -> writes(cluster, namespace).size() == 2);
  }

  @Test
  void whatOpenShiftWroteStaysWhenTheMarksAreWrittenAgain(Cluster cluster) {
    var namespace = cluster.newNamespace("filled");
    var asked = keeper(RawApis.product(cluster), namespace, true);
    asked.tell(review(namespace, false), verdict(Reason.INJECTED));
    eventually("both are there", () -> count("written") == 2);
    cluster
        .admin()
        .configMaps()
        .inNamespace(namespace)
        .withName(TRUSTED)
        .edit(map -> new ConfigMapBuilder(map)
            .addToData("ca-bundle.crt", "PEM")
            .editMetadata()
            .removeFromLabels("config.openshift.io/inject-trusted-cabundle")
            .endMetadata()
            .build());

    asked.jaegerChanged(Optional.of(LENDER));
    asked.tell(review(namespace, false), verdict(Reason.INJECTED));

    eventually("it was written again", () -> count("written") == 3);
    var again = get(cluster, namespace, TRUSTED);
    assertThat(again.getData()).isEqualTo(Map.of("ca-bundle.crt", "PEM"));
    assertThat(again.getMetadata().getLabels())
        .containsEntry("config.openshift.io/inject-trusted-cabundle", "true");
  }

  @Test
  void neitherDryRunsNorRefusalsNorPlainKubernetesNorTheJaegersOwnNamespaceAskForAny(
      Cluster cluster) {
    var namespace = cluster.newNamespace("none");
    try (var elsewhere = keeper(RawApis.product(cluster), namespace, false)) {
      elsewhere.tell(review(namespace, false), verdict(Reason.INJECTED));
    }
    var asked = keeper(RawApis.product(cluster), namespace, true);
    asked.tell(review(namespace, true), verdict(Reason.INJECTED));
    asked.tell(review(namespace, false), verdict(Reason.NO_INSTANCE));
    asked.tell(review("../" + namespace, false), verdict(Reason.INJECTED));
    snapshot.set(new Known(true, List.of(Known.jaeger(namespace, "tracing"))));
    asked.tell(review(namespace, false), verdict(Reason.INJECTED, namespace + "/tracing"));

    var marker = cluster.newNamespace("marker");
    snapshot.set(new Known(true, List.of(LENDER)));
    asked.tell(review(marker, false), verdict(Reason.INJECTED));
    eventually("the last one was done", () -> count("written") == 2);
    assertThat(cluster
            .admin()
            .configMaps()
            .inNamespace(namespace)
            .withName(TRUSTED)
            .get())
        .isNull();
    assertThat(registry.find("jaeger_operator_authorities").counters()).hasSize(1);
  }

  @Test
  void whatIsSomebodyElsesIsLeftAsItIs(Cluster cluster) {
    var namespace = cluster.newNamespace("foreign");
    create(cluster, namespace, TRUSTED, Map.of("team", "shop"), Map.of());
    var before = get(cluster, namespace, TRUSTED);

    var asked = keeper(RawApis.product(cluster), namespace, true);
    asked.tell(review(namespace, false), verdict(Reason.INJECTED));

    eventually("the other one is there", () -> count("written") == 1);
    assertThat(count("foreign")).isEqualTo(1);
    assertThat(get(cluster, namespace, TRUSTED)).isEqualTo(before);
  }

  @Test
  void whatCouldNotBeMadeIsAskedForAgain(Cluster cluster) {
    var namespace = cluster.newNamespace("forbidden");
    try (var nobody = RawApis.nobody(cluster)) {
      var asked = keeper(RawApis.of(nobody), namespace, true);
      asked.tell(review(namespace, false), verdict(Reason.INJECTED));
      eventually("it was refused", () -> count("refused") == 1);
      asked.tell(review(namespace, false), verdict(Reason.INJECTED));
      eventually("it was refused again", () -> count("refused") == 2);
      end();
    }
  }

  @Test
  void moreThanMayWaitAreLeftToTheNextAdmission(Cluster cluster) {
    var namespace = cluster.newNamespace("many");
    var asked = new AuthorityKeeper(
        RawApis.product(cluster),
        policy(namespace, true),
        snapshot::get,
        new AuthorityKeeper.Pace(0, AuthorityKeeperIT::quick),
        Clock.systemUTC(),
        registry);
    keeper = asked;
    asked.tell(review(namespace, false), verdict(Reason.INJECTED));
    asked.tell(review(namespace, false), verdict(Reason.INJECTED));
    assertThat(count("dropped")).isEqualTo(2);
  }

  @Test
  void theLeaderTakesAwayWhatAJaegerLentThatIsGone(Cluster cluster) {
    var namespace = cluster.newNamespace("gone");
    lend(cluster, namespace);
    create(cluster, namespace, "unmarked-trusted-ca", labels(), Map.of());
    create(cluster, namespace, "foreign-trusted-ca", Map.of(), lentBy("obs/foreign"));
    create(cluster, namespace, "unwatched-trusted-ca", labels(), lentBy("unwatched/unwatched"));
    var leader = keeper(RawApis.product(cluster), namespace, true);
    leader.jaegerChanged(Optional.empty());
    leader.begins();
    snapshot.set(new Known(true, List.of(Known.jaeger("obs", "other"))));

    leader.jaegerChanged(Optional.empty());

    eventually("both are gone", () -> count("deleted") == 2);
    assertThat(cluster.admin().configMaps().inNamespace(namespace).list().getItems())
        .extracting(map -> map.getMetadata().getName())
        .contains("unmarked-trusted-ca", "foreign-trusted-ca", "unwatched-trusted-ca")
        .doesNotContain(TRUSTED, SERVICE);
  }

  @Test
  void whoBeginsToLeadTakesAwayWhatWasLeft(Cluster cluster) {
    var namespace = cluster.newNamespace("left");
    lend(cluster, namespace);
    snapshot.set(new Known(true, List.of()));
    keeper(RawApis.product(cluster), namespace, true).begins();
    eventually("both are gone", () -> count("deleted") == 2);
  }

  @Test
  void asLongAsTheClusterIsNotKnownEverythingStays(Cluster cluster) {
    var namespace = cluster.newNamespace("unknown");
    lend(cluster, namespace);
    snapshot.set(new Known(false, List.of()));
    keeper(RawApis.product(cluster), namespace, true).begins();
    eventually("both places were given up", () -> count("given-up") == 2);
    assertThat(lists(cluster, namespace)).isZero();
    assertThat(get(cluster, namespace, TRUSTED)).isNotNull();
  }

  @Test
  void whatAWorkloadStillMountsStaysUntilItDoesNot(Cluster cluster) {
    var namespace = cluster.newNamespace("mounted");
    lend(cluster, namespace);
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
        """.formatted(TRUSTED));
    snapshot.set(new Known(true, List.of()));
    var leader = keeper(RawApis.product(cluster), namespace, true);
    leader.begins();
    eventually("the other one is gone", () -> count("deleted") == 1);
    eventually("it was seen in use", () -> count("given-up") == 1);
    assertThat(get(cluster, namespace, TRUSTED)).isNotNull();

    cluster.admin().apps().deployments().inNamespace(namespace).withName("app").delete();
    leader.jaegerChanged(Optional.empty());

    eventually("it is gone, too", () -> count("deleted") == 2);
  }

  @Test
  void whatCannotBeListedDeletesNothing(Cluster cluster) {
    var namespace = cluster.newNamespace("unreadable");
    lend(cluster, namespace);
    snapshot.set(new Known(true, List.of()));
    try (var nobody = RawApis.nobody(cluster)) {
      keeper(RawApis.of(nobody), namespace, true).begins();
      eventually("both lists were refused", () -> count("refused") == 2);
      end();
    }
    assertThat(get(cluster, namespace, TRUSTED)).isNotNull();
  }

  private AuthorityKeeper keeper(RawApi api, String namespace, boolean openShift) {
    var made = new AuthorityKeeper(
        api,
        policy(namespace, openShift),
        snapshot::get,
        new AuthorityKeeper.Pace(100, AuthorityKeeperIT::quick),
        Clock.systemUTC(),
        registry);
    keeper = made;
    return made;
  }

  private static Policy policy(String namespace, boolean openShift) {
    return new Policy(
        WorkloadKinds.ALL,
        Policy.Level.BOTH,
        Policy.NativeSidecars.AUTO,
        List.of(namespace, "obs"),
        "jaeger-operator",
        openShift);
  }

  private static WorkQueue.Pace quick() {
    return new WorkQueue.Pace(
        new TokenBucket(1000, 1000, System::nanoTime),
        new Backoff(Duration.ofMillis(20), Duration.ofMillis(20), 3),
        () -> 1);
  }

  private void lend(Cluster cluster, String namespace) {
    try (var lender = keeper(RawApis.product(cluster), namespace, true)) {
      lender.tell(review(namespace, false), verdict(Reason.INJECTED));
      eventually("both are there", () -> count("written") == 2);
    }
  }

  private static Review review(String namespace, boolean dryRun) {
    return new Review(
        "admission.k8s.io/v1",
        "1",
        new Review.Kind("apps", "v1", "Deployment"),
        new Review.Resource("apps", "v1", "deployments"),
        "",
        "CREATE",
        namespace,
        "app",
        dryRun,
        Optional.empty(),
        Optional.empty());
  }

  private static Verdict verdict(Reason reason) {
    return verdict(reason, "obs/tracing");
  }

  private static Verdict verdict(Reason reason, String jaeger) {
    return Verdict.unchanged(new Finding(reason, "", Optional.of(jaeger)));
  }

  private static Map<String, String> labels() {
    return Map.of(
        "app.kubernetes.io/managed-by", "jaeger-operator",
        "app.kubernetes.io/component", "ca-configmap");
  }

  private static Map<String, String> lentBy(String jaeger) {
    return Map.of(Wellknown.LENT_BY, jaeger);
  }

  private static void create(
      Cluster cluster,
      String namespace,
      String name,
      Map<String, String> labels,
      Map<String, String> annotations) {
    cluster
        .admin()
        .resource(new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(name)
            .withLabels(labels)
            .withAnnotations(annotations)
            .endMetadata()
            .build())
        .create();
  }

  private static void apply(Cluster cluster, String namespace, String yaml) {
    var applied = cluster.kubectlWithInput(yaml, "create", "-n", namespace, "-f", "-");
    assertThat(applied.exit()).as(applied.err()).isZero();
  }

  private static ConfigMap get(Cluster cluster, String namespace, String name) {
    return cluster.admin().configMaps().inNamespace(namespace).withName(name).require();
  }

  private static List<Audit.Request> writes(Cluster cluster, String namespace) {
    return cluster.audit().requestsBy(cluster.productAccount()).stream()
        .filter(
            request -> request.namespace().equals(namespace) && request.verb().equals("patch"))
        .toList();
  }

  private static long lists(Cluster cluster, String namespace) {
    return cluster.audit().requestsBy(cluster.productAccount()).stream()
        .filter(
            request -> request.namespace().equals(namespace) && request.verb().equals("list"))
        .count();
  }

  private int count(String result) {
    var counter =
        registry.find("jaeger_operator_authorities").tag("result", result).counter();
    return counter == null ? 0 : (int) counter.count();
  }

  private static void eventually(String what, BooleanSupplier looked) {
    Eventually.holds(what, LIMIT, looked);
  }
}
