package io.jaegertracing.operator.kube.platform;

import io.jaegertracing.operator.kube.rest.ScriptedApi;
import io.jaegertracing.operator.kube.work.Backoff;
import io.jaegertracing.operator.support.cluster.Eventually;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlatformWatchTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String GROUP = "/apis/route.openshift.io";
  private static final String SERVICES = "/apis/apiregistration.k8s.io/v1/apiservices";
  private static final PlatformWatch.Pace QUICK = new PlatformWatch.Pace(
      Duration.ZERO,
      Duration.ZERO,
      new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), Integer.MAX_VALUE));

  private final ScriptedApi api = new ScriptedApi();
  private final RouteGroup group = new RouteGroup(api.raw());
  private final PlatformWatch onKubernetes = watch(false);

  @AfterEach
  void close() {
    onKubernetes.close();
    group.close();
    api.close();
  }

  @Test
  void whatComesLaterIsNoticed() throws Exception {
    beginOnKubernetes();

    api.answer(GROUP, 200, "{}");
    api.send(SERVICES, event("ADDED", 8));

    assertThat(onKubernetes.other().toCompletableFuture().get(30, TimeUnit.SECONDS))
        .isTrue();
  }

  @Test
  void whatCameBeforeTheFirstLookIsNoticed() throws Exception {
    list("");
    api.answer(GROUP, 200, "{}");
    onKubernetes.start();

    assertThat(onKubernetes.other().toCompletableFuture().get(30, TimeUnit.SECONDS))
        .isTrue();
  }

  @Test
  void whatGoesLaterIsNoticed() throws Exception {
    list(object(7));
    api.answer(GROUP, 200, "{}");
    try (var onOpenShift = watch(true)) {
      onOpenShift.start();
      Eventually.holds("it asked", LONG, () -> asked() == 1);

      api.answer(GROUP, 404, "404 page not found");
      api.send(SERVICES, event("DELETED", 8));

      assertThat(onOpenShift.other().toCompletableFuture().get(30, TimeUnit.SECONDS))
          .isFalse();
    }
  }

  @Test
  void aFailedReadIsNoChange() throws Exception {
    beginOnKubernetes();
    api.answer(GROUP, 403, "{}");
    api.send(SERVICES, event("ADDED", 8));
    Eventually.holds("it asked again", LONG, () -> asked() > 3);
    assertThat(onKubernetes.other().toCompletableFuture()).isNotDone();

    api.answer(GROUP, 503, "{}");
    var before = asked();
    Eventually.holds("it asked again", LONG, () -> asked() > before + 2);
    assertThat(onKubernetes.other().toCompletableFuture()).isNotDone();

    api.answer(GROUP, 200, "{}");
    assertThat(onKubernetes.other().toCompletableFuture().get(30, TimeUnit.SECONDS))
        .isTrue();
  }

  @Test
  void whatCameAndWentIsNoChange() {
    beginOnKubernetes();
    api.send(SERVICES, event("ADDED", 8));
    Eventually.holds("it asked again", LONG, () -> asked() == 2);
    api.send(SERVICES, event("DELETED", 9));
    Eventually.holds("it asked again", LONG, () -> asked() == 3);
    api.send(SERVICES, event("ADDED", 10));
    Eventually.holds("it asked again", LONG, () -> asked() == 4);
    assertThat(onKubernetes.other().toCompletableFuture()).isNotDone();
  }

  @Test
  void nothingElseIsFollowedOrAskedFor() {
    beginOnKubernetes();
    assertThat(api.requests())
        .filteredOn(request -> !request.equals(GROUP))
        .isNotEmpty()
        .allMatch(request -> request.startsWith(SERVICES)
            && request.contains("fieldSelector=metadata.name%3Dv1.route.openshift.io"));
  }

  private void beginOnKubernetes() {
    list("");
    api.answer(GROUP, 404, "404 page not found");
    onKubernetes.start();
    Eventually.holds("it asked", LONG, () -> asked() == 1);
  }

  private PlatformWatch watch(boolean openShift) {
    return new PlatformWatch(
        group, openShift, QUICK, new PlatformWatch.Means(api.api(), Clock.systemUTC()));
  }

  private long asked() {
    return api.requestsFor(GROUP);
  }

  private void list(String items) {
    api.answer(
        SERVICES, 200, "{\"metadata\": {\"resourceVersion\": \"7\"}, \"items\": [" + items + "]}");
  }

  private static String event(String type, int version) {
    return "{\"type\": \"" + type + "\", \"object\": " + object(version) + "}";
  }

  private static String object(int version) {
    return "{\"metadata\": {\"name\": \"v1.route.openshift.io\", \"resourceVersion\": \"" + version
        + "\"}}";
  }
}
