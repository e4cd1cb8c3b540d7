package io.jaegertracing.operator.kube.reconcile;

import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.FaultyApi.Fault;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the real API server does not do on demand. */
@OnCluster
class FaultsIT {
  private static final int JAEGERS = 10;
  private static final List<Integer> CODES = List.of(409, 429, 500, 503, 504);

  /** How many requests go well before one stalls: a list, a watch, which asks for the same path, and writes. */
  private static final Map<String, Integer> STALLING = Map.of(
      "GET /apis/jaegertracing.io/v1/namespaces/n/jaegers", 0,
      "GET /api/v1/namespaces/n/services", 1,
      "GET /apis/apps/v1/namespaces/n/deployments", 1,
      "PATCH /api/v1/namespaces/n/services/patient-collector", 0,
      "PATCH /apis/jaegertracing.io/v1/namespaces/n/jaegers/patient/status", 0);

  /** One request in four fails in one of many ways while Jaegers are made; later all watches are cut. */
  @Test
  void convergesToTheSameAsWithoutFaults(Cluster cluster) {
    var namespace = cluster.newNamespace("faulty");
    var random = new Random(1);
    try (var api = cluster.faulty();
        var client = api.client(cluster.productAccount());
        var backend = Backend.in(cluster, namespace)) {
      IntStream.range(0, JAEGERS)
          .forEach(number -> backend.jaeger(namespace, "jaeger-" + number, "{}"));
      api.fail(request -> random.nextInt(4) == 0 ? Optional.of(fault(random)) : Optional.empty());

      backend.beginThrough(client);
      IntStream.range(0, JAEGERS)
          .forEach(number -> backend.eventuallyReady(namespace, "jaeger-" + number));

      api.cutWatches();
      backend.run(namespace, "delete", "service", "jaeger-0-query");
      api.cutWatches();
      backend.eventually(
          "it is back",
          () -> backend.objects(namespace, "jaeger-0").contains("Service/jaeger-0-query"));
      api.fail(request -> Optional.empty());
      for (var number = 0; number < JAEGERS; number++) {
        var name = "jaeger-" + number;
        assertThat(backend.objects(namespace, name)).isEqualTo(everything(name));
      }
      assertThat(backend.writes(namespace)).noneMatch(request -> request.verb().equals("delete"));
    }
  }

  /** Nothing that cannot be listed counts as gone. */
  @Test
  void deletesNothingOnAFailedRead(Cluster cluster) {
    var namespace = cluster.newNamespace("blind");
    try (var api = cluster.faulty();
        var client = api.client(cluster.productAccount());
        var backend = Backend.in(cluster, namespace)) {
      backend.jaeger(namespace, "seen", "{}");
      backend.beginThrough(client).eventuallyReady(namespace, "seen");

      api.fail(request -> request.startsWith("GET ")
          ? Optional.of(new Fault.Answer(request.contains("/jaegers/") ? 500 : 503))
          : Optional.empty());
      api.cutWatches();
      backend.jaeger(namespace, "seen", "{labels: {changed: yes}}".replace("yes", "\"1\""));
      api.fail(request -> Optional.empty());

      backend.eventually(
          "the change is there",
          () -> backend
              .deployment(namespace, "seen")
              .at("/spec/template/metadata/labels/changed")
              .asText()
              .equals("1"));
      assertThat(backend.writes(namespace)).noneMatch(request -> request.verb().equals("delete"));
    }
  }

  /** Longer than the operator waits for any answer: of what it gave up it cannot know whether it happens in the end. */
  @Test
  void convergesAlthoughRequestsStall(Cluster cluster) {
    var namespace = cluster.newNamespace("stalling");
    var asked = new ConcurrentHashMap<String, AtomicInteger>();
    try (var api = cluster.faulty();
        var client = api.client(cluster.productAccount());
        var backend = Backend.in(cluster, namespace)) {
      backend.jaeger(namespace, "patient", "{}");
      backend.jaeger(namespace, "other", "{}");
      api.fail(request -> {
        var before = asked.computeIfAbsent(request, any -> new AtomicInteger()).getAndIncrement();
        return before == STALLING.getOrDefault(request.replace(namespace, "n"), -1)
            ? Optional.of(new Fault.Stall(Duration.ofSeconds(40)))
            : Optional.empty();
      });
      backend.beginThrough(client).eventuallyReady(namespace, "patient");
      backend.eventuallyReady(namespace, "other");

      assertThat(asked.keySet().stream().map(request -> request.replace(namespace, "n")))
          .containsAll(STALLING.keySet());
      assertThat(backend.objects(namespace, "patient")).isEqualTo(everything("patient"));
      assertThat(backend.objects(namespace, "other")).isEqualTo(everything("other"));
      assertThat(backend.writes(namespace)).noneMatch(request -> request.verb().equals("delete"));
    }
  }

  /** All connections are gone, nobody answers for a while, and what answers then has forgotten every watch. */
  @Test
  void goesOnAfterTheApiServerWasRestarted(Cluster cluster) {
    var namespace = cluster.newNamespace("restarted");
    try (var backend = Backend.in(cluster, namespace)) {
      backend.jaeger(namespace, "before", "{}");
      backend.begin().eventuallyReady(namespace, "before");

      cluster.servers().restartApiServer(cluster);
      backend.run(namespace, "delete", "service", "before-query");
      backend.jaeger(namespace, "after", "{}");

      backend.eventuallyReady(namespace, "after");
      backend.eventually(
          "it is back", () -> backend.objects(namespace, "before").equals(everything("before")));
      assertThat(backend.objects(namespace, "after")).isEqualTo(everything("after"));
      assertThat(backend.writes(namespace)).noneMatch(request -> request.verb().equals("delete"));
    }
  }

  private static Set<String> everything(String name) {
    return new TreeSet<>(List.of(
        "ConfigMap/" + name + "-sampling-configuration",
        "Deployment/" + name,
        "Ingress/" + name + "-query",
        "Service/" + name + "-agent",
        "Service/" + name + "-collector",
        "Service/" + name + "-collector-headless",
        "Service/" + name + "-query",
        "ServiceAccount/" + name));
  }

  private static Fault fault(Random random) {
    var kind = random.nextInt(CODES.size() + 1);
    return kind < CODES.size() ? new Fault.Answer(CODES.get(kind)) : new Fault.HangUp();
  }
}
