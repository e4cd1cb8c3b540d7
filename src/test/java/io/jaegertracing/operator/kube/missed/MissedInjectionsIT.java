package io.jaegertracing.operator.kube.missed;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jaegertracing.operator.core.admission.JaegersOnly;
import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.admission.injection.VerificationJudge;
import io.jaegertracing.operator.core.inject.Jaegers;
import io.jaegertracing.operator.core.inject.Policy;
import io.jaegertracing.operator.core.inject.VerificationMode;
import io.jaegertracing.operator.core.inject.WorkloadKinds;
import io.jaegertracing.operator.core.inject.verification.EvictionWindow;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.kube.RawApis;
import io.jaegertracing.operator.kube.events.Events;
import io.jaegertracing.operator.kube.lookup.Inquiry;
import io.jaegertracing.operator.kube.lookup.Lookups;
import io.jaegertracing.operator.kube.rest.Api;
import io.jaegertracing.operator.kube.work.Backoff;
import io.jaegertracing.operator.kube.work.TokenBucket;
import io.jaegertracing.operator.kube.work.WorkQueue;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.jaegertracing.operator.kube.missed.Ground.ASKING;
import static io.jaegertracing.operator.kube.missed.Ground.controlledBy;
import static io.jaegertracing.operator.kube.missed.Ground.events;
import static io.jaegertracing.operator.kube.missed.Ground.eventually;
import static io.jaegertracing.operator.kube.missed.Ground.evictions;
import static io.jaegertracing.operator.kube.missed.Ground.given;
import static io.jaegertracing.operator.kube.missed.Ground.lists;
import static io.jaegertracing.operator.kube.missed.Ground.pod;
import static io.jaegertracing.operator.kube.missed.Ground.pods;
import static io.jaegertracing.operator.kube.missed.Ground.read;
import static io.jaegertracing.operator.kube.missed.Ground.refusedLists;
import static io.jaegertracing.operator.kube.missed.Ground.replicaSet;
import static io.jaegertracing.operator.kube.missed.Ground.uid;
import static org.assertj.core.api.Assertions.assertThat;

/** No webhook is registered here: every new Pod is without its sidecar. */
@OnCluster
class MissedInjectionsIT {
  private static final Instant NOON = Instant.parse("2024-01-01T12:00:00Z");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final AtomicReference<Snapshot> snapshot = new AtomicReference<>(JaegersOnly.unread());
  private final Deque<Runnable> closers = new ArrayDeque<>();
  private Clock clock = Clock.systemUTC();
  private VerificationMode mode = VerificationMode.WARN;
  private Policy.Level level = Policy.Level.BOTH;
  private Optional<EvictionWindow> evicting = Optional.empty();

  @AfterEach
  void end() {
    closers.forEach(Runnable::run);
  }

  @Test
  void whatWasMissedIsCountedAndToldOfOnceForEachController(Cluster cluster) {
    var namespace = cluster.newNamespace("missed");
    replicaSet(cluster, namespace, "twice", 2);
    given(cluster, namespace, "{apiVersion: v1, kind: ConfigMap, metadata: {name: robot}}");
    pod(cluster, namespace, "made", ASKING, controlledBy(cluster, namespace, "robot"));
    pod(cluster, namespace, "bare", ASKING, "");
    pod(cluster, namespace, "silent", "other: x", "");
    pod(cluster, namespace, "vetoing", "sidecar.jaegertracing.io/inject: \"false\"", "");
    pod(cluster, namespace, "recorded", ASKING + ", sidecar.jaegertracing.io/record: '{}'", "");

    begin(cluster.product(), namespace);

    eventually("all are found", () -> missing() == 4);
    eventually("it was told of", () -> count("jaeger_operator_events", "written") == 3);
    assertThat(events(cluster, namespace))
        .containsExactlyInAnyOrder(
            "ReplicaSet/twice MissingSidecar",
            "ConfigMap/robot MissingSidecar",
            "Pod/bare MissingSidecar");
    assertThat(gauge("altered-sidecar")).isZero();
    assertThat(gauge("unverified")).isZero();
    eventually("the audit shows it", () -> read(cluster, namespace).contains("bare"));
    assertThat(read(cluster, namespace)).doesNotContain("silent", "vetoing", "recorded");
    assertThat(evictions(cluster, namespace)).isEmpty();
  }

  @Test
  void whatAsksOnTheControllerAloneIsFoundToo(Cluster cluster) {
    var namespace = cluster.newNamespace("missed-above");
    given(cluster, namespace, """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: app, annotations: {%s}}
        spec:
          selector: {matchLabels: {app: app}}
          template: {metadata: {labels: {app: app}}, spec: {containers: [{name: x, image: x}]}}
        """.formatted(ASKING));
    eventually("its Pod is there", () -> pods(cluster, namespace).size() == 1);

    begin(cluster.product(), namespace);

    eventually("it is found", () -> missing() == 1);
  }

  @Test
  void whereItIsAuditedNoEventIsWritten(Cluster cluster) {
    var namespace = cluster.newNamespace("missed-audit");
    pod(cluster, namespace, "bare", ASKING, "");
    mode = VerificationMode.AUDIT;
    begin(cluster.product(), namespace);
    eventually("it was looked twice", () -> missing() == 1 && lists(cluster, namespace) > 1);
    end();
    assertThat(registry.find("jaeger_operator_events").counters()).isEmpty();
    assertThat(events(cluster, namespace)).isEmpty();
  }

  @Test
  void whatIsFixedIsNotCountedAnyMore(Cluster cluster) {
    var namespace = cluster.newNamespace("missed-fixed");
    pod(cluster, namespace, "bare", ASKING, "");
    begin(cluster.product(), namespace);
    eventually("it is found", () -> missing() == 1);
    cluster
        .admin()
        .pods()
        .inNamespace(namespace)
        .withName("bare")
        .withGracePeriod(0)
        .delete();
    eventually("it is not found", () -> missing() == 0);
  }

  @Test
  void whoDoesNotLeadKnowsNoNumber(Cluster cluster) {
    var namespace = cluster.newNamespace("missed-term");
    var missed = begin(cluster.product(), namespace);
    eventually("there is a number", () -> missing() == 0);
    missed.ends();
    assertThat(missing()).isNaN();
    snapshot.set(JaegersOnly.unread());
    missed.begins();
    assertThat(missing()).isNaN();
    snapshot.set(JaegersOnly.of());
    eventually("there is a number again", () -> missing() == 0);
  }

  @Test
  void whoMayNotListFindsNothingAndSaysSo(Cluster cluster) {
    var namespace = cluster.newNamespace("missed-forbidden");
    pod(cluster, namespace, "bare", ASKING, "");
    try (var nobody = RawApis.nobody(cluster)) {
      begin(nobody, namespace);
      eventually("Pods were refused twice", () -> refusedLists(cluster, namespace) > 1);
      assertThat(missing()).isNaN();
      end();
    }
  }

  /** Its new Pod is without its sidecar again, which nobody does twice. */
  @Test
  void evictsAPodOfAReplicaSetOnceAndNotAgainWhenThatDidNotHelp(Cluster cluster) {
    var namespace = cluster.newNamespace("evicted");
    replicaSet(cluster, namespace, "app", 1);
    var before = uid(cluster, namespace);
    evicting = Optional.of(EvictionWindow.ALWAYS);

    begin(cluster.product(), namespace);

    eventually("it was evicted", () -> evicted("evicted") == 1);
    eventually(
        "another took its place",
        () -> pods(cluster, namespace).stream()
            .noneMatch(pod -> pod.getMetadata().getUid().equals(before)));
    eventually(
        "it was told of",
        () -> events(cluster, namespace).contains("ReplicaSet/app SidecarRestart"));
    var seen = lists(cluster, namespace);
    eventually(
        "it is found again and again",
        () -> missing() == 1 && lists(cluster, namespace) > seen + 4);
    assertThat(evicted("evicted")).isEqualTo(1);
    assertThat(evictions(cluster, namespace))
        .singleElement()
        .satisfies(request -> assertThat(request.verb()).isEqualTo("create"));
  }

  @Test
  void aDisruptionBudgetIsRespected(Cluster cluster) {
    var namespace = cluster.newNamespace("budget");
    replicaSet(cluster, namespace, "app", 1);
    var before = uid(cluster, namespace);
    given(cluster, namespace, """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: app}
        spec: {maxUnavailable: 0, selector: {matchLabels: {app: app}}}
        """);
    evicting = Optional.of(EvictionWindow.ALWAYS);

    begin(cluster.product(), namespace);

    eventually("it was tried as often as that is", () -> evicted("given-up") >= 1);
    assertThat(evicted("delayed")).isGreaterThanOrEqualTo(3);
    assertThat(evicted("evicted")).isZero();
    assertThat(uid(cluster, namespace)).isEqualTo(before);
    assertThat(evictions(cluster, namespace))
        .isNotEmpty()
        .allMatch(request -> request.responseCode() == 429);
    assertThat(evictions(cluster, namespace).size()).isLessThanOrEqualTo(evicted("delayed") + 1);
  }

  @Test
  void whatNobodyMakesAgainOrEndsByItselfIsNeverEvicted(Cluster cluster) {
    var namespace = cluster.newNamespace("spared");
    pod(cluster, namespace, "bare", ASKING, "");
    given(cluster, namespace, """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: job}
        spec:
          template:
            metadata: {annotations: {%s}}
            spec:
              restartPolicy: Never
              schedulerName: nobody
              containers: [{name: x, image: x}]
        """.formatted(ASKING));
    given(cluster, namespace, "{apiVersion: v1, kind: ConfigMap, metadata: {name: robot}}");
    pod(cluster, namespace, "made", ASKING, controlledBy(cluster, namespace, "robot"));
    eventually("all Pods are there", () -> pods(cluster, namespace).size() == 3);
    level = Policy.Level.POD;
    evicting = Optional.of(EvictionWindow.ALWAYS);

    begin(cluster.product(), namespace);

    eventually("they were found twice", () -> missing() == 3 && lists(cluster, namespace) > 2);
    end();
    assertThat(evictions(cluster, namespace)).isEmpty();
    assertThat(registry.find("jaeger_operator_missed_injection_evictions").counters())
        .isEmpty();
  }

  @Test
  void outsideTheWindowNothingIsEvicted(Cluster cluster) {
    var namespace = cluster.newNamespace("window");
    replicaSet(cluster, namespace, "app", 1);
    clock = Clock.fixed(NOON, ZoneOffset.UTC);
    evicting = EvictionWindow.parse("12:01-11:59");

    begin(cluster.product(), namespace);

    eventually("it was found twice", () -> missing() == 1 && lists(cluster, namespace) > 2);
    assertThat(evictions(cluster, namespace)).isEmpty();
    end();
    evicting = EvictionWindow.parse("12:00-12:01");
    begin(cluster.product(), namespace);
    eventually("within it, it is evicted", () -> evicted("evicted") == 1);
  }

  private MissedInjections begin(KubernetesClient client, String namespace) {
    var api = RawApis.of(client);
    var lookups = new Lookups(new Api(client), Watched.of(namespace), Clock.systemUTC());
    var events = new Events(
        api,
        "it",
        new Events.Limits(Duration.ZERO, 100),
        new Events.Time(Clock.systemUTC(), System::nanoTime),
        registry);
    var inquiry = new Inquiry(
        snapshot::get, asked -> lookups.answers(asked).toCompletableFuture().join());
    var policy = new Policy(
        WorkloadKinds.ALL,
        level,
        Policy.NativeSidecars.AUTO,
        Watched.of(namespace),
        "jaeger-operator",
        false);
    registry.clear();
    snapshot.set(JaegersOnly.of(Jaegers.plain(namespace, "simplest")));
    var missed = new MissedInjections(
        new MissedInjections.Means(api, inquiry, events, clock, registry, evicting),
        new VerificationJudge(policy, mode),
        pace());
    closers.push(lookups::close);
    closers.push(events::close);
    closers.push(missed::ends);
    missed.begins();
    return missed;
  }

  private static MissedInjections.Pace pace() {
    var quick = new Backoff(Duration.ofMillis(20), Duration.ofMillis(20), 3);
    return new MissedInjections.Pace(
        Duration.ofMillis(20),
        Duration.ofMillis(300),
        () -> new WorkQueue.Pace(new TokenBucket(1000, 1000, System::nanoTime), quick, () -> 1),
        new MissedInjections.Pace.Evicting(Duration.ofMillis(50), Duration.ZERO, quick, () -> 1),
        () -> 1);
  }

  private double missing() {
    return gauge("missing-sidecar");
  }

  private double gauge(String reason) {
    return registry
        .get("jaeger_operator_missed_injections")
        .tag("reason", reason)
        .gauge()
        .value();
  }

  private int evicted(String result) {
    return count("jaeger_operator_missed_injection_evictions", result);
  }

  private int count(String name, String result) {
    var counter = registry.find(name).tag("result", result).counter();
    return counter == null ? 0 : (int) counter.count();
  }
}
