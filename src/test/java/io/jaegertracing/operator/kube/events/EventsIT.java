package io.jaegertracing.operator.kube.events;

import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.kube.RawApi;
import io.jaegertracing.operator.kube.RawApis;
import io.jaegertracing.operator.kube.work.Ticks;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.Eventually;
import io.jaegertracing.operator.support.cluster.OnCluster;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnCluster
class EventsIT {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Duration AT_ONCE = Duration.ZERO;
  private static final Duration NEVER = Duration.ofDays(1);

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Ticks ticks = new Ticks();

  @Test
  void aUserSeesWhatCameOutForAWorkloadThatIsBeingCreated(Cluster cluster) {
    var namespace = cluster.newNamespace("seen");
    create(cluster, namespace, "app");
    try (var events = events(RawApis.product(cluster), AT_ONCE, 100)) {
      events.tell(
          Reviews.creation(namespace, "app"),
          Reviews.verdict(Reason.NO_INSTANCE, "no Jaeger is called mine"));
      eventually("it was written", () -> count("written") == 1);
    }
    assertThat(cluster.kubectl("describe", "deployment", "app", "-n", namespace).out())
        .containsPattern(
            "Warning +NoInstance .*jaeger-operator +\\[no-instance] no Jaeger is called mine");
    assertThat(cluster
            .kubectl("events", "--for", "deployment/app", "-n", namespace)
            .out())
        .containsPattern("Warning +NoInstance +Deployment/app +\\[no-instance] no Jaeger");
  }

  @Test
  void anEventSaysWhoDidWhatToWhat(Cluster cluster) {
    var namespace = cluster.newNamespace("fields");
    create(cluster, namespace, "app");
    var uid = uid(cluster, namespace, "app");
    try (var events = events(RawApis.product(cluster), AT_ONCE, 100)) {
      events.tell(
          Reviews.update(namespace, "app", uid), Reviews.verdict(Reason.UPDATED, "new image"));
      eventually("it was written", () -> count("written") == 1);
    }
    assertThat(stored(cluster, namespace)).singleElement().satisfies(event -> {
      assertThat(event.getType()).isEqualTo("Normal");
      assertThat(event.getReason()).isEqualTo("Updated");
      assertThat(event.getAction()).isEqualTo("Inject");
      assertThat(event.getNote()).isEqualTo("[updated] new image");
      assertThat(event.getReportingController()).isEqualTo("jaeger-operator");
      assertThat(event.getReportingInstance()).isEqualTo("this-pod");
      assertThat(event.getRegarding().getUid()).isEqualTo(uid);
    });
  }

  @Test
  void whatWasNeverStoredIsNotToldOf(Cluster cluster) {
    var namespace = cluster.newNamespace("absent");
    try (var events = events(RawApis.product(cluster), AT_ONCE, 100)) {
      events.tell(Reviews.creation(namespace, "absent"), Reviews.verdict(Reason.INJECTED, ""));
      eventually("it was looked for", () -> count("not-stored") == 1);
    }
    assertThat(stored(cluster, namespace)).isEmpty();
  }

  @Test
  void theSameIsToldOnceInTenMinutesAndATopicOnceInAMinute(Cluster cluster) {
    var namespace = cluster.newNamespace("repeated");
    create(cluster, namespace, "app");
    var review = Reviews.update(namespace, "app", uid(cluster, namespace, "app"));
    try (var events = events(RawApis.product(cluster), AT_ONCE, 100)) {
      events.tell(review, Reviews.verdict(Reason.NO_INSTANCE, "one"));
      events.tell(review, Reviews.verdict(Reason.NO_INSTANCE, "one"));
      events.tell(review, Reviews.verdict(Reason.NO_INSTANCE, "two"));
      eventually("all were seen", () -> count("limited") == 1);
      assertThat(count("repeated")).isEqualTo(1);

      ticks.pass(Duration.ofMinutes(1));
      events.tell(review, Reviews.verdict(Reason.NO_INSTANCE, "one"));
      events.tell(review, Reviews.verdict(Reason.NO_INSTANCE, "two"));
      eventually("the second was written", () -> count("written") == 2);

      ticks.pass(Duration.ofMinutes(9));
      events.tell(review, Reviews.verdict(Reason.NO_INSTANCE, "one"));
      eventually("the first was written again", () -> count("written") == 3);
    }
    assertThat(stored(cluster, namespace))
        .extracting(Event::getNote)
        .containsExactlyInAnyOrder("[no-instance] one", "[no-instance] two", "[no-instance] one");
  }

  @Test
  void neverWritesMoreThanABurst(Cluster cluster) {
    var namespace = cluster.newNamespace("flood");
    try (var events = events(RawApis.product(cluster), AT_ONCE, 100)) {
      for (var i = 0; i < 60; i++) {
        events.tell(
            Reviews.update(namespace, "app-" + i, "uid-" + i),
            Reviews.verdict(Reason.INJECTED, ""));
      }
      eventually("all were seen", () -> count("limited") + count("written") == 60);
    }
    assertThat(count("written")).isEqualTo(50);
    assertThat(stored(cluster, namespace)).hasSize(50);
  }

  @Test
  void theOldestGiveWayToTheNewest(Cluster cluster) {
    var namespace = cluster.newNamespace("full");
    var events = events(RawApis.product(cluster), NEVER, 20);
    for (var i = 0; i < 30; i++) {
      events.tell(
          Reviews.update(namespace, "app-" + i, "uid-" + i), Reviews.verdict(Reason.INJECTED, ""));
    }
    assertThat(count("dropped")).isEqualTo(10);
    assertThat(count("written")).isZero();
    events.close();
    assertThat(stored(cluster, namespace))
        .extracting(event -> event.getRegarding().getName())
        .contains("app-10")
        .doesNotContain("app-9");
  }

  @Test
  void isSilentAfterItsEnd(Cluster cluster) {
    var namespace = cluster.newNamespace("ended");
    var events = events(RawApis.product(cluster), AT_ONCE, 100);
    events.close();
    events.tell(Reviews.update(namespace, "app", "1"), Reviews.verdict(Reason.INJECTED, ""));
    events.close();
    assertThat(stored(cluster, namespace)).isEmpty();
  }

  @Test
  void whatMayNotBeWrittenIsCounted(Cluster cluster) {
    var namespace = cluster.newNamespace("forbidden");
    try (var nobody = RawApis.nobody(cluster);
        var events = events(RawApis.of(nobody), AT_ONCE, 100)) {
      events.tell(Reviews.update(namespace, "app", "1"), Reviews.verdict(Reason.INJECTED, ""));
      eventually("it failed", () -> count("failed") == 1);
    }
  }

  private Events events(RawApi api, Duration delay, int most) {
    return new Events(
        api,
        "this-pod",
        new Events.Limits(delay, most),
        new Events.Time(Clock.systemUTC(), ticks),
        registry);
  }

  private int count(String result) {
    var counter = registry.find("jaeger_operator_events").tag("result", result).counter();
    return counter == null ? 0 : (int) counter.count();
  }

  private static List<Event> stored(Cluster cluster, String namespace) {
    return cluster.admin().events().v1().events().inNamespace(namespace).list().getItems().stream()
        .filter(event -> "jaeger-operator".equals(event.getReportingController()))
        .toList();
  }

  private static String uid(Cluster cluster, String namespace, String name) {
    return cluster
        .admin()
        .apps()
        .deployments()
        .inNamespace(namespace)
        .withName(name)
        .require()
        .getMetadata()
        .getUid();
  }

  private static void create(Cluster cluster, String namespace, String name) {
    var result = cluster.kubectl(
        "create", "deployment", name, "--image=any", "--replicas=0", "-n", namespace);
    assertThat(result.exit()).as(result.err()).isZero();
  }

  private static void eventually(String what, BooleanSupplier looked) {
    Eventually.holds(what, LIMIT, looked);
  }
}
