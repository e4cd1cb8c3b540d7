package io.jaegertracing.operator.http.admission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.JaegersOnly;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Question;
import io.jaegertracing.operator.core.admission.Ruling;
import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Reason;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LookupsTest {
  private static final Limits HASTY = new Limits(1 << 20, 1 << 20, 10, Duration.ofMillis(50), 3);

  private final List<Set<Lookup>> asked = new CopyOnWriteArrayList<>();
  private final List<Duration> budgets = new CopyOnWriteArrayList<>();
  private final List<String> threads = new CopyOnWriteArrayList<>();

  @Test
  void aJudgeWhoAsksIsToldAndThenDecidesOnTheSameEventLoop() throws Exception {
    try (var server = server(Limits.usual(), this::foundElsewhere, wants("a", "b"))) {
      var answer = server.post("/", Reviewed.pod(false));
      assertThat(Reviewed.detail(answer)).isEqualTo("a is there, b is there");
      assertThat(asked).containsExactly(Set.of(namespace("a"), namespace("b")));
      assertThat(threads).hasSize(2);
      assertThat(Set.copyOf(threads)).hasSize(1);
    }
  }

  @Test
  void whatIsNotAnsweredInTimeIsDecidedWithout() throws Exception {
    Court.Asking silent =
        (lookups, budget) -> Promise.<Map<Lookup, Answer>>promise().future();
    try (var server = server(HASTY, silent, wants("a"))) {
      var answer = server.post("/", Reviewed.pod(false));
      assertThat(Reviewed.detail(answer)).isEqualTo("a is unknown: Nobody answered within 50 ms.");
      assertThat(server.metrics())
          .contains("jaeger_operator_admission_waiting 0.0")
          .contains("jaeger_operator_admission_in_flight 0.0")
          .contains("jaeger_operator_admission_buffered_bytes 0.0");
    }
  }

  @Test
  void whatWasAnsweredCountsThoughSomethingElseWasNot() throws Exception {
    Court.Asking half =
        (lookups, budget) -> Future.succeededFuture(Map.of(namespace("a"), new Answer.Absent()));
    try (var server = server(HASTY, half, wants("a", "b"))) {
      assertThat(Reviewed.detail(server.post("/", Reviewed.pod(false))))
          .startsWith("a is absent, b is unknown: ");
    }
  }

  @Test
  void allLookupsOfAReviewShareOneBudget() throws Exception {
    Court.Asking silent = (lookups, budget) -> {
      asked.add(lookups);
      return Promise.<Map<Lookup, Answer>>promise().future();
    };
    try (var server = server(HASTY, silent, oneAfterTheOther("a", "b"))) {
      assertThat(Reviewed.detail(server.post("/", Reviewed.pod(false))))
          .endsWith("b is unknown: The time for lookups was used up.");
      assertThat(asked).containsExactly(Set.of(namespace("a")));
    }
  }

  @Test
  void theSixthQuestionIsNotLookedUp() throws Exception {
    try (var server = server(
        Limits.usual(), this::foundElsewhere, oneAfterTheOther("a", "b", "c", "d", "e", "f"))) {
      assertThat(Reviewed.detail(server.post("/", Reviewed.pod(false))))
          .isEqualTo(
              "a is there, b is there, c is there, d is there, e is there, f is unknown: This review has looked something up 5 times already.");
      assertThat(asked).hasSize(5);
    }
  }

  @Test
  void aJudgeWhoNeverStopsAskingIsDefective() throws Exception {
    var endless = Told.open((review, facts) -> new Question(Set.of(namespace("a"))));
    try (var server = server(Limits.usual(), this::foundElsewhere, endless)) {
      assertThat(Reviewed.reason(server.post("/", Reviewed.pod(false))))
          .isEqualTo("internal-error");
      assertThat(asked).hasSize(5);
    }
    var closed = Told.closed((review, facts) -> new Question(Set.of(namespace("a"))));
    try (var server = server(Limits.usual(), this::foundElsewhere, closed)) {
      assertThat(server.post("/", Reviewed.pod(false)).statusCode()).isEqualTo(500);
    }
  }

  @Test
  void theBudgetIsNeverMoreThanWhatIsLeftUntilTheDeadline() throws Exception {
    try (var server = server(Limits.usual(), this::foundElsewhere, wants("a"))) {
      server.post("/?timeout=10s", Reviewed.pod(false));
      server.post("/", Reviewed.pod(false));
      server.post("/?x=1&timeout=100ms", Reviewed.pod(false));
      assertThat(budgets.get(0)).isEqualTo(Duration.ofMillis(500));
      assertThat(budgets.get(1)).isEqualTo(Duration.ofMillis(500));
      assertThat(budgets.get(2)).isLessThanOrEqualTo(Duration.ofMillis(80));
    }
  }

  @Test
  void theClusterIsLookedAtOncePerReview() throws Exception {
    var looks = new AtomicInteger();
    var seen = new CopyOnWriteArrayList<Snapshot>();
    var judge = Told.open((review, facts) -> {
      seen.add(facts.snapshot());
      return wants("a").judge(review, facts);
    });
    var court = new Court(
        new TreeMap<>(Map.of("/", judge)),
        () -> {
          looks.incrementAndGet();
          return JaegersOnly.of();
        },
        this::foundElsewhere,
        (review, verdict) -> {},
        Set.of());
    try (var server = new AdmissionServer(court, Limits.usual())) {
      server.post("/", Reviewed.pod(false));
    }
    assertThat(looks).hasValue(1);
    assertThat(seen).hasSize(2);
    assertThat(seen.get(0)).isSameAs(seen.get(1));
  }

  private Future<Map<Lookup, Answer>> foundElsewhere(Set<Lookup> lookups, Duration budget) {
    asked.add(lookups);
    budgets.add(budget);
    return Future.fromCompletionStage(CompletableFuture.supplyAsync(() -> {
      var answers = new java.util.HashMap<Lookup, Answer>();
      lookups.forEach(
          lookup -> answers.put(lookup, new Answer.Found(JsonNodeFactory.instance.objectNode())));
      return answers;
    }));
  }

  /** Asks for all at once. */
  private Judge wants(String... names) {
    return Told.open((review, facts) -> {
      threads.add(Thread.currentThread().getName());
      return facts.answers().isEmpty()
          ? new Question(Set.of(
              java.util.Arrays.stream(names).map(LookupsTest::namespace).toArray(Lookup[]::new)))
          : told(facts, names);
    });
  }

  private static Judge oneAfterTheOther(String... names) {
    return Told.open((review, facts) -> {
      for (var name : names) {
        if (facts.answer(namespace(name)).isEmpty()) {
          return new Question(Set.of(namespace(name)));
        }
      }
      return told(facts, names);
    });
  }

  private static Ruling told(Facts facts, String... names) {
    var told = java.util.Arrays.stream(names)
        .map(name -> name + " is " + word(facts.answer(namespace(name)).orElseThrow()))
        .collect(java.util.stream.Collectors.joining(", "));
    return Verdict.unchanged(Finding.of(Reason.NOT_REQUESTED, told));
  }

  private static String word(Answer answer) {
    if (answer instanceof Answer.Unanswered unanswered) {
      return "unknown: " + unanswered.why();
    }
    return answer instanceof Answer.Found ? "there" : "absent";
  }

  private static Lookup namespace(String name) {
    return new Lookup.OfNamespace(name);
  }

  private static AdmissionServer server(Limits limits, Court.Asking asking, Judge judge)
      throws Exception {
    return new AdmissionServer(AdmissionServer.court(Map.of("/", judge), asking), limits);
  }
}
