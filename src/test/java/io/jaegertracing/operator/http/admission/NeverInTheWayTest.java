package io.jaegertracing.operator.http.admission;

import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Question;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Ruling;
import io.jaegertracing.operator.core.admission.Verdict;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NeverInTheWayTest {
  private static final Map<String, BiFunction<Review, Facts, Ruling>> DEFECTS = Map.of(
      "/exception",
          (review, facts) -> {
            throw new IllegalStateException("a secret of " + review.uid());
          },
      "/error",
          (review, facts) -> {
            throw new AssertionError("a secret");
          },
      "/overflow", (review, facts) -> deep(review, facts),
      "/nothing", (review, facts) -> null);

  @Test
  void everyDefectOfAJudgeLeavesTheObjectAsItIs() throws Exception {
    try (var lines = Lines.of(FailureLog.class);
        var server = new AdmissionServer(judges(true))) {
      for (var path : DEFECTS.keySet()) {
        var answer = server.post(path, Reviewed.pod(false));
        assertThat(Reviewed.reason(answer)).as(path).isEqualTo("internal-error");
        assertThat(answer.body())
            .contains("no sidecar: [internal-error] The operator broke; this is a defect.")
            .doesNotContain("secret")
            .doesNotContain("Exception");
      }
      assertThat(server.metrics())
          .contains("admission_seconds_count{outcome=\"failed\",path=\"/overflow\"} 1")
          .contains(DEFECTS.keySet().stream()
              .map(
                  "admission_decisions_total{kind=\"Pod\",path=\"%s\",reason=\"internal-error\"} 1.0"
                      ::formatted)
              .toArray(String[]::new));
      assertThat(lines.events())
          .hasSize(DEFECTS.size())
          .allMatch(line -> line.getThrowableProxy() != null);
    }
  }

  @Test
  void theOtherJudgesLeaveItToTheirRegistration() throws Exception {
    try (var server = new AdmissionServer(judges(false))) {
      for (var path : DEFECTS.keySet()) {
        var answer = server.post(path, Reviewed.pod(false));
        assertThat(answer.statusCode()).as(path).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("internal error\n");
      }
    }
  }

  @Test
  void brokenLookupsAreADefectLikeAnyOther() throws Exception {
    var asking = Set.<Lookup>of(new Lookup.OfNamespace("shop"));
    var judge = Map.<String, Judge>of("/", Told.open((review, facts) -> new Question(asking)));
    for (var broken : brokenLookups()) {
      try (var server = new AdmissionServer(AdmissionServer.court(judge, broken), Limits.usual())) {
        var answer = server.post("/", Reviewed.pod(false));
        assertThat(Reviewed.reason(answer)).isEqualTo("internal-error");
        assertThat(server.metrics()).contains("jaeger_operator_admission_waiting 0.0");
      }
    }
  }

  @Test
  void aBrokenSnapshotIsADefectLikeAnyOther() throws Exception {
    var court = new Court(
        new TreeMap<>(Map.of("/", Told.open((review, facts) -> Verdict.allowed()))),
        () -> {
          throw new IllegalStateException("no caches");
        },
        (lookups, budget) -> Future.succeededFuture(Map.of()),
        (review, verdict) -> {},
        Set.of());
    try (var server = new AdmissionServer(court, Limits.usual())) {
      assertThat(Reviewed.reason(server.post("/", Reviewed.pod(false))))
          .isEqualTo("internal-error");
    }
  }

  @Test
  void withoutMemoryNothingIsPromised() throws Exception {
    try (var server = new AdmissionServer(Map.of("/", Told.open((review, facts) -> {
      throw new OutOfMemoryError("as if");
    })))) {
      assertThat(server.post("/", Reviewed.pod(false)).statusCode()).isEqualTo(500);
    }
  }

  private static List<Court.Asking> brokenLookups() {
    return List.of(
        (lookups, budget) -> Future.failedFuture("no client"),
        (lookups, budget) -> {
          throw new IllegalStateException("no client");
        },
        (lookups, budget) -> {
          throw new StackOverflowError();
        });
  }

  private static Map<String, Judge> judges(boolean open) {
    return DEFECTS.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, defect -> new Told(open, defect.getValue())));
  }

  /** Calls itself without an end. */
  private static Ruling deep(Review review, Facts facts) {
    return Stream.of(review).map(again -> deep(again, facts)).findFirst().orElseThrow();
  }
}
