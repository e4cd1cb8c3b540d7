package io.jaegertracing.operator.http.admission;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.core.admission.JaegersOnly;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Refusal;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Reason;
import io.vertx.core.Future;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AftermathTest {
  private static final Map<String, Judge> JUDGES = Map.of(
      "/injected", Told.open((review, facts) -> injected()),
      "/quiet", finding(Reason.NOT_REQUESTED),
      "/warned", finding(Reason.NO_INSTANCE),
      "/foreign", finding(Reason.FOREIGN_SIDECAR),
      "/refused", Told.closed((review, facts) -> refused()),
      "/allowed", Told.closed((review, facts) -> Verdict.allowed()));

  private final List<String> heard = new CopyOnWriteArrayList<>();

  @Test
  void decisionsAreCountedByReasonAndKnownKind() throws Exception {
    try (var server = server()) {
      server.post("/injected", Reviewed.review("Pod", false, 0));
      server.post("/injected", Reviewed.review("Invented", false, 0));
      server.post("/quiet", Reviewed.review("Pod", true, 0));
      server.post("/allowed", Reviewed.review("Pod", false, 0));
      assertThat(server.metrics())
          .contains(
              "admission_decisions_total{kind=\"Pod\",path=\"/injected\",reason=\"injected\"} 1.0")
          .contains(
              "admission_decisions_total{kind=\"other\",path=\"/injected\",reason=\"injected\"} 1.0")
          .contains(
              "admission_decisions_total{kind=\"Pod\",path=\"/quiet\",reason=\"not-requested\"} 1.0")
          .doesNotContain("Invented");
    }
  }

  @Test
  void sizesAreMeasured() throws Exception {
    var body = Reviewed.pod(false);
    try (var server = server()) {
      server.post("/injected", body);
      server.post("/quiet", body);
      var patch = injected().patch().orElseThrow().toString().length();
      assertThat(server.metrics())
          .contains("admission_body_bytes_sum{path=\"/injected\"} " + (double) body.length)
          .contains("admission_patch_bytes_sum{path=\"/injected\"} " + (double) patch)
          .contains("admission_body_bytes_count{path=\"/quiet\"} 1")
          .doesNotContain("admission_patch_bytes_count{path=\"/quiet\"}");
    }
  }

  @Test
  void everyDecisionIsOneLineAsLoudAsItMatters() throws Exception {
    var levels = Map.of(
        "/injected", Level.INFO,
        "/quiet", Level.DEBUG,
        "/warned", Level.WARN,
        "/foreign", Level.INFO,
        "/refused", Level.INFO,
        "/allowed", Level.DEBUG);
    for (var path : levels.entrySet()) {
      for (var dryRun : List.of(true, false)) {
        try (var lines = Lines.of(DecisionLog.class);
            var server = server()) {
          server.post(path.getKey(), Reviewed.pod(dryRun));
          server.metrics();
          assertThat(lines.events()).as(path.getKey()).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(dryRun ? Level.DEBUG : path.getValue());
            assertThat(line.getKeyValuePairs().toString())
                .contains("uid=\"u-1\"", "kind=\"Pod\"", "namespace=\"shop\"", "name=\"web\"");
          });
        }
      }
    }
  }

  @Test
  void whoListensHearsOfEveryVerdictButThoseOfDryRuns() throws Exception {
    try (var server = server()) {
      server.post("/injected", Reviewed.pod(true));
      server.post("/quiet", Reviewed.pod(false));
      server.post("/allowed", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      server.metrics();
      assertThat(heard).containsExactly("web not-requested");
    }
  }

  @Test
  void whoBreaksWhileListeningSpoilsNothing() throws Exception {
    try (var lines = Lines.of(FailureLog.class);
        var server = new AdmissionServer(
            court((review, verdict) -> {
              throw new IllegalStateException("deaf");
            }),
            Limits.usual())) {
      assertThat(server.post("/injected", Reviewed.pod(false)).statusCode()).isEqualTo(200);
      assertThat(server.post("/injected", Reviewed.pod(false)).statusCode()).isEqualTo(200);
      assertThat(server.metrics())
          .contains("admission_seconds_count{outcome=\"allowed\",path=\"/injected\"} 2");
      assertThat(lines.events()).hasSize(1);
    }
  }

  @Test
  void reviewsOfTheProcessItselfLeaveNoTrace() throws Exception {
    try (var lines = Lines.of(DecisionLog.class);
        var server = server()) {
      for (var secret : List.of("a-secret", "a-guess")) {
        var request = server
            .request("/injected")
            .header("Content-Type", "application/json")
            .header("X-Jaeger-Operator-Rehearsal", secret)
            .POST(HttpRequest.BodyPublishers.ofByteArray(Reviewed.pod(false)));
        assertThat(server.send(request).statusCode()).isEqualTo(200);
      }
      assertThat(server.metrics())
          .contains(
              "admission_decisions_total{kind=\"Pod\",path=\"/injected\",reason=\"injected\"} 1.0")
          .contains("admission_seconds_count{outcome=\"allowed\",path=\"/injected\"} 1");
      assertThat(heard).containsExactly("web injected");
      assertThat(lines.events()).hasSize(1);
    }
  }

  private AdmissionServer server() throws Exception {
    return new AdmissionServer(court(this::hear), Limits.usual());
  }

  private void hear(Review review, Verdict verdict) {
    heard.add(review.name() + " "
        + verdict.finding().map(found -> found.reason().code()).orElse(""));
  }

  private static Court court(Court.Observer observer) {
    return new Court(
        new TreeMap<>(JUDGES),
        JaegersOnly::of,
        (lookups, budget) -> Future.succeededFuture(Map.of()),
        observer,
        Set.of("Pod"));
  }

  private static Judge finding(Reason reason) {
    return Told.open((review, facts) -> Verdict.unchanged(Finding.of(reason, "")));
  }

  private static Verdict injected() {
    var patch = JsonNodeFactory.instance.arrayNode();
    patch.addObject().put("op", "add").put("path", "/spec/x").put("value", "y");
    return Verdict.about(Finding.of(Reason.INJECTED, ""), Optional.of(patch), List.of());
  }

  private static Verdict refused() {
    var refusal = new Refusal(422, "Invalid", "no", List.of());
    return Verdict.of(Optional.of(refusal), List.of(), new TreeMap<>());
  }
}
