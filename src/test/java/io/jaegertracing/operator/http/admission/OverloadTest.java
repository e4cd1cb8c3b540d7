package io.jaegertracing.operator.http.admission;

import ch.qos.logback.classic.Level;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Question;
import io.jaegertracing.operator.core.admission.Ruling;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Reason;
import io.vertx.core.Promise;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OverloadTest {
  private static final Lookup SHOP = new Lookup.OfNamespace("shop");
  private static final Ruling DECIDED = Verdict.unchanged(Finding.of(Reason.NOT_REQUESTED, ""));
  private static final Map<String, Judge> JUDGES = Map.of(
      "/open", Told.open((review, facts) -> decided(facts.answers())),
      "/closed", Told.closed((review, facts) -> decided(facts.answers())));

  @Test
  void aReviewThatWouldHaveToQueueForALookupPassesAtOnce() throws Exception {
    var held = Promise.<Map<Lookup, Answer>>promise();
    var waiting = new CountDownLatch(1);
    Court.Asking asking = (lookups, budget) -> {
      waiting.countDown();
      return held.future();
    };
    var one = new Limits(1 << 20, 1 << 20, 1, Duration.ofSeconds(30), 3);
    try (var server = new AdmissionServer(AdmissionServer.court(JUDGES, asking), one)) {
      var first = server.begin("/open?timeout=30s", Reviewed.pod(false));
      assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
      var second = server.post("/open", Reviewed.pod(false));
      assertThat(Reviewed.reason(second)).isEqualTo("overloaded");
      assertThat(second.body())
          .contains("no sidecar: [overloaded] Too many reviews wait for lookups.");
      var other = server.post("/closed", Reviewed.pod(false));
      assertThat(other.statusCode()).isEqualTo(503);
      assertThat(other.body()).isEqualTo("too much is asked at once\n");
      assertThat(server.metrics())
          .contains("jaeger_operator_admission_waiting 1.0")
          .contains("jaeger_operator_admission_in_flight 1.0")
          .contains("admission_seconds_count{outcome=\"overloaded\",path=\"/closed\"} 1")
          .contains("admission_seconds_count{outcome=\"overloaded\",path=\"/open\"} 1");
      held.complete(Map.of(SHOP, new Answer.Absent()));
      assertThat(Reviewed.reason(first.get(30, TimeUnit.SECONDS))).isEqualTo("not-requested");
      assertThat(Reviewed.reason(server.post("/open", Reviewed.pod(false))))
          .isEqualTo("not-requested");
    }
  }

  @Test
  void aClientThatGoesAwayWhileItsReviewWaitsLeavesNothingBehind() throws Exception {
    var held = Promise.<Map<Lookup, Answer>>promise();
    var waiting = new CountDownLatch(1);
    Court.Asking asking = (lookups, budget) -> {
      waiting.countDown();
      return held.future();
    };
    try (var lines = Lines.of("io.jaegertracing.operator.http");
        var server = new AdmissionServer(
            AdmissionServer.court(JUDGES, asking),
            new Limits(1 << 20, 1 << 20, 1, Duration.ofSeconds(30), 3))) {
      var gone = server.begin("/open?timeout=30s", Reviewed.pod(false));
      assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
      gone.cancel(true);
      held.complete(Map.of(SHOP, new Answer.Absent()));
      assertThat(Reviewed.reason(server.post("/open", Reviewed.pod(false))))
          .isEqualTo("not-requested");
      assertThat(server.metrics())
          .contains("jaeger_operator_admission_waiting 0.0")
          .contains("jaeger_operator_admission_in_flight 0.0")
          .contains("jaeger_operator_admission_buffered_bytes 0.0");
      assertThat(lines.events()).allMatch(line -> line.getLevel() == Level.DEBUG);
    }
  }

  @Test
  void bodiesThatHaveNoRoomAreNotKeptAndStillAnswered() throws Exception {
    var narrow = new Limits(1 << 20, 2_000, 10, Duration.ofSeconds(1), 3);
    try (var server = new AdmissionServer(AdmissionServer.court(JUDGES, found()), narrow)) {
      for (var padding : List.of(3_000, 300_000)) {
        var body = Reviewed.review("Pod", false, padding);
        assertThat(Reviewed.reason(server.post("/open", body))).isEqualTo("overloaded");
        assertThat(server.post("/closed", body).statusCode()).isEqualTo(503);
      }
      var unknown = "{\"a\":\"".concat("x".repeat(9_000)).getBytes(StandardCharsets.UTF_8);
      assertThat(server.post("/open", unknown).statusCode()).isEqualTo(503);
      assertThat(server.metrics())
          .contains("jaeger_operator_admission_buffered_bytes 0.0")
          .contains(
              "admission_decisions_total{kind=\"Pod\",path=\"/open\",reason=\"overloaded\"} 2.0");
      assertThat(Reviewed.reason(server.post("/open", Reviewed.pod(false))))
          .isEqualTo("not-requested");
    }
  }

  @Test
  void afterTheDeadlineNothingIsJudged() throws Exception {
    try (var server = new AdmissionServer(AdmissionServer.court(JUDGES, found()), Limits.usual())) {
      assertThat(Reviewed.reason(server.post("/open?timeout=1ns", Reviewed.pod(false))))
          .isEqualTo("overloaded");
      assertThat(server.post("/closed?timeout=1ns", Reviewed.pod(false)).statusCode())
          .isEqualTo(503);
    }
  }

  @Test
  void aTimeoutThatIsNoneIsTheUsualOne() throws Exception {
    try (var server = new AdmissionServer(AdmissionServer.court(JUDGES, found()), Limits.usual())) {
      for (var query :
          List.of("timeout=", "timeout=0s", "timeout=-1s", "timeout=soon", "timeouts=1ns")) {
        assertThat(Reviewed.reason(server.post("/open?" + query, Reviewed.pod(false))))
            .as(query)
            .isEqualTo("not-requested");
      }
    }
  }

  private static Ruling decided(Map<Lookup, Answer> answers) {
    return answers.isEmpty() ? new Question(Set.of(SHOP)) : DECIDED;
  }

  private static Court.Asking found() {
    return (lookups, budget) ->
        io.vertx.core.Future.succeededFuture(Map.of(SHOP, new Answer.Absent()));
  }
}
