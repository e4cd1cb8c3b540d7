package io.jaegertracing.operator.kube.retouch;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.admission.JaegersOnly;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.admission.injection.Reconsideration;
import io.jaegertracing.operator.core.inject.Policy;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.WorkloadKinds;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.kube.RawApi;
import io.jaegertracing.operator.kube.RawApis;
import io.jaegertracing.operator.kube.work.Backoff;
import io.jaegertracing.operator.kube.work.TokenBucket;
import io.jaegertracing.operator.kube.work.WorkQueue;
import io.jaegertracing.operator.support.cluster.Audit;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.jaegertracing.operator.support.cluster.Kubectl;
import io.jaegertracing.operator.support.cluster.OnCluster;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnCluster
class RetouchIT {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int TRIES = 3;
  private static final Judge UNTIL_TOUCHED = new TinyJudge(
      Reason.UPDATED,
      live -> live.at("/metadata/annotations/wanted").isTextual() && !revised(live));

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final AtomicReference<Snapshot> snapshot = new AtomicReference<>(JaegersOnly.of());
  private @Nullable Retouch retouch;

  @AfterEach
  void end() {
    if (retouch != null) {
      retouch.ends();
    }
  }

  @Test
  void touchesWhatWouldChangeAndWritesNothingElse(Cluster cluster) {
    var namespace = cluster.newNamespace("touched");
    create(cluster, namespace, "wanted", "annotations: {wanted: \"\"}");
    create(cluster, namespace, "other", "annotations: {unwanted: \"\"}");

    begin(RawApis.product(cluster), namespace, UNTIL_TOUCHED);

    eventually("it was touched", () -> count("touched") == 1);
    assertThat(revision(cluster, namespace, "wanted")).isEqualTo("0");
    assertThat(get(cluster, namespace, "other").getMetadata().getAnnotations())
        .doesNotContainKey(Wellknown.REVISION);
    eventually("the audit shows it", () -> !writes(cluster, namespace).isEmpty());
    assertThat(writes(cluster, namespace)).containsExactly("wanted");
  }

  @Test
  void everyKindThatMayChangeIsTouchedThroughTheShippedRights(Cluster cluster) {
    var namespace = cluster.newNamespace("kinds");
    var template =
        "template: {metadata: {labels: {app: x}}, spec: {containers: [{name: x, image: x}]}}";
    var selector = "selector: {matchLabels: {app: x}}";
    var job = "template: {spec: {restartPolicy: Never, containers: [{name: x, image: x}]}}";
    Stream.of(
            workload("apps/v1", "StatefulSet", "{replicas: 0, " + selector + ", " + template + "}"),
            workload("apps/v1", "DaemonSet", "{" + selector + ", " + template + "}"),
            workload("v1", "ReplicationController", "{replicas: 0, " + template + "}"),
            workload(
                "batch/v1", "CronJob", "{schedule: 0 0 1 1 *, jobTemplate: {spec: {" + job + "}}}"),
            workload("batch/v1", "Job", "{" + job + "}"))
        .forEach(yaml -> apply(cluster, namespace, yaml));

    begin(RawApis.product(cluster), namespace, UNTIL_TOUCHED);

    eventually("all were touched", () -> count("touched") == 4);
    eventually("the audit shows it", () -> patches(cluster, namespace).size() >= 4);
    assertThat(patches(cluster, namespace))
        .extracting(Audit.Request::resource)
        .containsExactlyInAnyOrder(
            "statefulsets", "daemonsets", "replicationcontrollers", "cronjobs");
  }

  @Test
  void looksAgainOnlyWhenSomethingChanged(Cluster cluster) {
    var namespace = cluster.newNamespace("idle");
    create(cluster, namespace, "other", "annotations: {unwanted: \"\"}");
    var begun = begin(RawApis.product(cluster), namespace, UNTIL_TOUCHED);
    eventually("it was listed", () -> lists(cluster, namespace) == 1);

    begun.namespaceChanged("another");
    begun.namespaceChanged(namespace);

    eventually("it was listed again", () -> lists(cluster, namespace) == 2);
    assertThat(writes(cluster, namespace)).isEmpty();
  }

  @Test
  void waitsForTheClusterToBeKnownWithoutASingleRequest(Cluster cluster) {
    var namespace = cluster.newNamespace("unknown");
    var looked = new AtomicInteger();
    snapshot.set(JaegersOnly.unread());
    retouch = retouch(RawApis.product(cluster), namespace, UNTIL_TOUCHED, () -> {
      looked.incrementAndGet();
      return snapshot.get();
    });
    retouch.begins();
    eventually("it looked whether it may begin", () -> looked.get() > 3);
    assertThat(lists(cluster, namespace)).isZero();

    snapshot.set(JaegersOnly.of());

    eventually("it began", () -> lists(cluster, namespace) == 1);
  }

  @Test
  void whatIsWrittenMeanwhileIsNotOverwritten(Cluster cluster) {
    var namespace = cluster.newNamespace("conflict");
    create(cluster, namespace, "busy", "annotations: {wanted: \"\"}");
    var judged = new AtomicInteger();
    begin(RawApis.product(cluster), namespace, new TinyJudge(Reason.UPDATED, live -> {
      // First in the list, then at the visit, between its read and its write.
      if (judged.incrementAndGet() == 2) {
        label(cluster, namespace, "busy");
      }
      return !revised(live);
    }));

    eventually("it was touched", () -> count("touched") == 1);

    assertThat(count("retried")).isEqualTo(1);
    assertThat(get(cluster, namespace, "busy").getMetadata().getLabels())
        .containsEntry("edited", "meanwhile");
    assertThat(revision(cluster, namespace, "busy")).isEqualTo("0");
  }

  @Test
  void anOldViewOfAWebhookIsTriedAFewTimes(Cluster cluster) {
    var namespace = cluster.newNamespace("stubborn");
    create(cluster, namespace, "stubborn", "annotations: {wanted: \"\"}");
    begin(RawApis.product(cluster), namespace, new TinyJudge(Reason.UPDATED, live -> true));

    eventually("it is given up", () -> count("given-up") == 1);

    assertThat(count("outdated")).isEqualTo(TRIES);
    assertThat(revision(cluster, namespace, "stubborn")).isEqualTo(String.valueOf(TRIES - 1));
  }

  @Test
  void takesAwayTheSidecarOfAJaegerThatIsGone(Cluster cluster) {
    var namespace = cluster.newNamespace("stripped");
    injected(cluster, namespace, "bound");

    begin(RawApis.product(cluster), namespace, new TinyJudge(Reason.UPDATED, live -> false));

    eventually("it was stripped", () -> count("stripped") == 1);
    var left = get(cluster, namespace, "bound");
    assertThat(left.getMetadata().getLabels()).isNullOrEmpty();
    assertThat(left.getSpec().getTemplate().getSpec().getContainers())
        .singleElement()
        .satisfies(container -> assertThat(container.getName()).isEqualTo("app"));
  }

  @Test
  void whatChangedMeanwhileIsStrippedAsItIsThen(Cluster cluster) {
    var namespace = cluster.newNamespace("stripped-late");
    injected(cluster, namespace, "busy");
    var judged = new AtomicInteger();
    begin(RawApis.product(cluster), namespace, new TinyJudge(Reason.UPDATED, live -> {
      if (judged.incrementAndGet() == 2) {
        label(cluster, namespace, "busy");
      }
      return false;
    }));

    eventually("it was stripped", () -> count("stripped") == 1);

    assertThat(count("retried")).isEqualTo(1);
    assertThat(get(cluster, namespace, "busy").getMetadata().getLabels())
        .isEqualTo(Map.of("edited", "meanwhile"));
  }

  @Test
  void whatCannotBeListedStaysAsItIs(Cluster cluster) {
    var namespace = cluster.newNamespace("unreadable");
    injected(cluster, namespace, "bound");
    var before = get(cluster, namespace, "bound").getSpec();
    try (var nobody = RawApis.nobody(cluster)) {
      begin(RawApis.of(nobody), namespace, new TinyJudge(Reason.UPDATED, live -> true));
      eventually("every list was refused", () -> refused(cluster, namespace) == kinds());
      end();
    }
    assertThat(get(cluster, namespace, "bound").getSpec()).isEqualTo(before);
    assertThat(cluster.audit().requestsBy("nobody"))
        .filteredOn(request -> request.namespace().equals(namespace))
        .allMatch(request -> request.verb().equals("list"));
  }

  @Test
  void hearsNothingWhileSomebodyElseLeads(Cluster cluster) {
    var namespace = cluster.newNamespace("follower");
    create(cluster, namespace, "wanted", "annotations: {wanted: \"\"}");
    var follower = retouch(RawApis.product(cluster), namespace, UNTIL_TOUCHED, snapshot::get);
    follower.jaegerChanged();
    follower.begins();
    eventually("it was touched", () -> count("touched") == 1);
    follower.ends();
    follower.namespaceChanged(namespace);
    assertThat(follower.length()).isZero();
    assertThat(lists(cluster, namespace)).isEqualTo(1);
  }

  private Retouch begin(RawApi api, String namespace, Judge judge) {
    var begun = retouch(api, namespace, judge, snapshot::get);
    retouch = begun;
    begun.begins();
    return begun;
  }

  private Retouch retouch(RawApi api, String namespace, Judge judge, Supplier<Snapshot> known) {
    var policy = new Policy(
        WorkloadKinds.ALL,
        Policy.Level.BOTH,
        Policy.NativeSidecars.AUTO,
        Watched.of(namespace),
        "jaeger-operator",
        false);
    var judgement =
        new Judgement(new Reconsideration(judge, policy, false), known, lookups -> Map.of());
    var pace = new Retouch.Pace(Duration.ofMillis(20), RetouchIT::quick, RetouchIT::quick);
    return new Retouch(api, judgement, pace, registry);
  }

  private static WorkQueue.Pace quick() {
    return new WorkQueue.Pace(
        new TokenBucket(1000, 1000, System::nanoTime),
        new Backoff(Duration.ofMillis(20), Duration.ofMillis(20), TRIES),
        () -> 1);
  }

  private int count(String result) {
    var counter =
        registry.find("jaeger_operator_retouched").tag("result", result).counter();
    return counter == null ? 0 : (int) counter.count();
  }

  private static boolean revised(JsonNode live) {
    return live.path("metadata").path("annotations").has(Wellknown.REVISION);
  }

  private static int kinds() {
    return WorkloadKinds.ALL.rows().size() - 2;
  }

  private static long lists(Cluster cluster, String namespace) {
    return requests(cluster, namespace)
        .filter(
            request -> request.verb().equals("list") && request.resource().equals("deployments"))
        .count();
  }

  private static long refused(Cluster cluster, String namespace) {
    return cluster.audit().requestsBy("nobody").stream()
        .filter(request -> request.namespace().equals(namespace) && request.responseCode() == 403)
        .count();
  }

  private static List<String> writes(Cluster cluster, String namespace) {
    return patches(cluster, namespace).stream().map(Audit.Request::name).toList();
  }

  private static List<Audit.Request> patches(Cluster cluster, String namespace) {
    return requests(cluster, namespace)
        .filter(request -> !List.of("get", "list").contains(request.verb()))
        .toList();
  }

  private static Stream<Audit.Request> requests(Cluster cluster, String namespace) {
    return cluster.audit().requestsBy(cluster.productAccount()).stream()
        .filter(request -> request.namespace().equals(namespace));
  }

  private static void create(Cluster cluster, String namespace, String name, String metadata) {
    apply(cluster, namespace, """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %s, %s}
        spec:
          replicas: 0
          selector: {matchLabels: {app: x}}
          template: {metadata: {labels: {app: x}}, spec: {containers: [{name: app, image: x}]}}
        """.formatted(name, metadata));
  }

  private static void injected(Cluster cluster, String namespace, String name) {
    create(cluster, namespace, name, "labels: {sidecar.jaegertracing.io/injected: gone}");
    var patch = """
        {"spec": {"template": {"spec": {"containers": [{"name": "jaeger-agent", "image": "x"}]}}}}
        """;
    succeeds(cluster.kubectl("patch", "deployment", name, "-n", namespace, "-p", patch));
  }

  private static String workload(String apiVersion, String kind, String spec) {
    return "{apiVersion: " + apiVersion + ", kind: " + kind
        + ", metadata: {name: x, annotations: {wanted: \"\"}}, spec: " + spec + "}";
  }

  private static void label(Cluster cluster, String namespace, String name) {
    succeeds(cluster.kubectl("label", "deployment", name, "-n", namespace, "edited=meanwhile"));
  }

  private static void apply(Cluster cluster, String namespace, String yaml) {
    succeeds(cluster.kubectlWithInput(yaml, "create", "-n", namespace, "-f", "-"));
  }

  private static void succeeds(Kubectl.Result result) {
    assertThat(result.exit()).as(result.err()).isZero();
  }

  private static Deployment get(Cluster cluster, String namespace, String name) {
    return cluster
        .admin()
        .apps()
        .deployments()
        .inNamespace(namespace)
        .withName(name)
        .require();
  }

  private static @Nullable String revision(Cluster cluster, String namespace, String name) {
    return get(cluster, namespace, name).getMetadata().getAnnotations().get(Wellknown.REVISION);
  }

  private static void eventually(String what, BooleanSupplier looked) {
    Eventually.holds(what, LIMIT, looked);
  }
}
