package io.jaegertracing.operator.kube.cache;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.kube.rest.ScriptedApi;
import io.jaegertracing.operator.support.cluster.Eventually;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MirrorTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Patience QUICK =
      new Patience(Duration.ofMillis(1), Duration.ofMillis(20), LIMIT, LIMIT);
  private static final Patience ENDLESS =
      new Patience(Duration.ofHours(1), Duration.ofHours(1), LIMIT, LIMIT);
  private static final String THINGS = "/things";

  private final ScriptedApi server = new ScriptedApi();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private Mirror.Means means = means(QUICK);
  private Mirror<String> mirror = mirror();

  @AfterEach
  void stop() {
    mirror.close();
    means.timer().shutdownNow();
    server.close();
  }

  @Test
  void tellsOfWhatIsListedAndThenOfEveryChange() {
    list("7", thing("n/a", 1), thing("n/b", 1));
    mirror.start();
    server.send(THINGS, event("ADDED", thing("n/c", 1)));
    server.send(THINGS, event("MODIFIED", thing("n/a", 2)));
    server.send(THINGS, event("DELETED", thing("n/b", 1)));
    eventually("all is told", () -> told.size() == 5);
    assertThat(told)
        .containsExactly(
            "n/a: null -> 1", "n/b: null -> 1", "n/c: null -> 1", "n/a: 1 -> 2", "n/b: 1 -> null");
    assertThat(mirror.isSettled()).isTrue();
  }

  @Test
  void aChangeThatMeansNothingIsNotTold() {
    list("7", thing("n/a", 1));
    mirror.start();
    server.send(THINGS, event("MODIFIED", thing("n/a", 1)));
    server.send(THINGS, event("ADDED", thing("n/b", 1)));
    eventually("the last is told", () -> told.contains("n/b: null -> 1"));
    assertThat(told).containsExactly("n/a: null -> 1", "n/b: null -> 1");
  }

  @Test
  void everyPageIsRead() {
    server.answer(
        THINGS,
        200,
        "{\"metadata\":{\"continue\":\"more+/\"},\"items\":[" + thing("n/a", 1) + "]}");
    server.answer(
        THINGS + " continued",
        200,
        "{\"metadata\":{\"resourceVersion\":\"7\"},\"items\":[" + thing("n/b", 1) + "]}");
    mirror.start();
    eventually("both are told", () -> told.size() == 2);
    assertThat(server.requests()).anyMatch(request -> request.endsWith("&continue=more%2B%2F"));
  }

  @Test
  void aWatchThatEndsIsTakenUpWhereItWas() {
    list("7");
    mirror.start();
    server.send(THINGS, event("BOOKMARK", thing("", 9).replace("\"version\"", "\"any\"")));
    server.endWatch(THINGS);
    eventually(
        "it is asked again from there",
        () -> server.requests().stream().anyMatch(it -> it.contains("resourceVersion=v9&")));
    assertThat(server.requestsFor(THINGS + "?limit")).isOne();
  }

  @Test
  void aVersionThatIsForgottenIsListedAnewAndWhatWentMeanwhileGoes() {
    list("7", thing("n/a", 1), thing("n/b", 1));
    mirror.start();
    eventually("all is listed", () -> told.size() == 2);
    list("9", thing("n/b", 2));
    server.send(THINGS, "{\"type\":\"ERROR\",\"object\":{\"code\":410,\"message\":\"too old\"}}");
    eventually("it is listed anew", () -> told.size() == 4);
    assertThat(told).endsWith("n/a: 1 -> null", "n/b: 1 -> 2");
  }

  @Test
  void failuresNeverTakeAwayWhatIsKnown() {
    list("7", thing("n/a", 1));
    mirror.start();
    eventually("it is listed", () -> told.size() == 1);
    for (var code : List.of(500, 403, 404, 401)) {
      server.answer(THINGS, code, "{\"message\":\"no\"}");
      var before = server.requestsFor(THINGS + "?limit");
      server.send(THINGS, "{\"type\":\"ERROR\",\"object\":{\"code\":410}}");
      eventually(
          "it is refused again and again",
          () -> server.requestsFor(THINGS + "?limit") > before + 3);
    }
    assertThat(told).containsExactly("n/a: null -> 1");
    assertThat(mirror.isSettled()).isTrue();
    list("8", thing("n/a", 2));
    eventually("it recovers", () -> told.contains("n/a: 1 -> 2"));
  }

  @Test
  void anEventThatIsNoJsonMakesItListAnew() {
    list("7", thing("n/a", 1));
    mirror.start();
    eventually("it is listed", () -> told.size() == 1);
    list("8", thing("n/a", 2));
    server.send(THINGS, "<html>");
    eventually("it is listed anew", () -> told.contains("n/a: 1 -> 2"));
  }

  @Test
  void aListThatFailsIsNotSettled() {
    server.answer(THINGS, 500, "");
    mirror.start();
    eventually("it is tried again", () -> server.requestsFor(THINGS) > 3);
    assertThat(mirror.isSettled()).isFalse();
    assertThat(means.troubles().of("things").orElseThrow()).contains("not able to read things");
  }

  @Test
  void anExcuseSettlesItWithNothingKnown() {
    server.answer(THINGS, 404, "");
    mirror.start();
    eventually("it is settled", mirror::isSettled);
    assertThat(means.troubles().of("things")).contains("there is no such thing");
    list("1", thing("n/a", 1));
    eventually("it is found later", () -> told.size() == 1);
    assertThat(means.troubles().of("things")).isEmpty();
  }

  @Test
  void whatIsNotNeededIsSettledByAFailure() {
    mirror = mirror(false);
    server.answer(THINGS, 500, "");
    mirror.start();
    eventually("it is settled", mirror::isSettled);
    assertThat(means.troubles().of("things").orElseThrow()).contains("not able to read things");
    list("1", thing("n/a", 1));
    eventually("it is found later", () -> told.size() == 1);
  }

  @Test
  void hurryingEndsTheWait() {
    replaceMirror(ENDLESS);
    server.answer(THINGS, 404, "");
    mirror.start();
    eventually("it is settled", mirror::isSettled);
    list("1", thing("n/a", 1));
    eventually("it is found at once", () -> {
      mirror.hurry();
      return told.size() == 1;
    });
  }

  @Test
  void aWatchThatIsLostWithoutANoticeIsReplaced() {
    replaceMirror(new Patience(
        Duration.ofMillis(1), Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofMillis(1)));
    list("7");
    mirror.start();
    eventually("it is asked again", () -> server.requestsFor(THINGS + "?watch") > 2);
  }

  @Test
  void aWatchThatIsNeverAnsweredIsAskedForAgainFromTheSameVersion() {
    replaceMirror(new Patience(
        Duration.ofMillis(1), Duration.ofMillis(20), Duration.ofSeconds(2), Duration.ofHours(1)));
    list("7");
    server.ignoreWatch(THINGS);
    mirror.start();
    server.send(THINGS, event("ADDED", thing("n/a", 1)));
    eventually("the second is told", () -> told.equals(List.of("n/a: null -> 1")));
    assertThat(server.requestsFor(THINGS + "?limit")).isOne();
    assertThat(server.requestsFor(THINGS + "?watch")).isGreaterThan(1);
  }

  @Test
  void aReaderThatBreaksIsReportedAndTriedAgain() {
    list("7", thing("n/a", 1).replace("\"version\"", "\"broken\""));
    mirror.start();
    eventually("it is tried again", () -> server.requestsFor(THINGS) > 3);
    assertThat(mirror.isSettled()).isFalse();
  }

  private void replaceMirror(Patience patience) {
    means.timer().shutdownNow();
    means = means(patience);
    mirror = mirror();
  }

  private Mirror.Means means(Patience patience) {
    return Caches.means(server.api(), Clock.systemUTC(), patience);
  }

  private Mirror<String> mirror() {
    return mirror(true);
  }

  private Mirror<String> mirror(boolean needed) {
    var source = new Source(
        "things",
        THINGS,
        Source.Selector.ALL,
        false,
        2,
        needed,
        Map.of(404, "there is no such thing", 403, "that is not allowed"));
    return new Mirror<>(source, MirrorTest::read, this::tell, means);
  }

  private static String read(JsonNode thing) {
    if (thing.has("broken")) {
      throw new IllegalStateException("broken");
    }
    return thing.path("version").asText();
  }

  private void tell(String key, Optional<String> before, Optional<String> now) {
    told.add(key + ": " + before.orElse(null) + " -> " + now.orElse(null));
  }

  private void list(String version, String... things) {
    var items = Stream.of(things).collect(Collectors.joining(","));
    server.answer(
        THINGS,
        200,
        "{\"metadata\":{\"resourceVersion\":\"" + version + "\"},\"items\":[" + items + "]}");
  }

  private static String thing(String key, int version) {
    var parts = (key + "/").split("/", -1);
    return "{\"metadata\":{\"namespace\":\"%s\",\"name\":\"%s\",\"resourceVersion\":\"v%d\"},\"version\":%d}"
        .formatted(parts[0], parts[1], version, version);
  }

  private static String event(String type, String object) {
    return "{\"type\":\"" + type + "\",\"object\":" + object + "}";
  }

  private static void eventually(String what, BooleanSupplier holds) {
    Eventually.holds(what, LIMIT, holds);
  }
}
