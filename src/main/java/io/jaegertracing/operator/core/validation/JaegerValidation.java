package io.jaegertracing.operator.core.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Question;
import io.jaegertracing.operator.core.admission.Refusal;
import io.jaegertracing.operator.core.admission.Refusal.Cause;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Ruling;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers the review of a Jaeger. What is being deleted and what only tells a status is never checked. */
public record JaegerValidation(Function<Elasticsearches, JaegerRules> rules, Authors authors)
    implements Judge {
  /** What becomes of a Jaeger whose author may not create by themselves what it becomes. */
  public enum Authors {
    TRUSTED,
    WARNED,
    REFUSED
  }

  private static final int UNPROCESSABLE = 422;
  private static final int MOST_CAUSES = 32;
  private static final Set<String> WRITES = Set.of("CREATE", "UPDATE");

  @Override
  public Ruling judge(Review review, Facts facts) {
    return review
        .object()
        .filter(jaeger -> isChecked(review, jaeger))
        .map(jaeger -> checked(review, jaeger, facts))
        .orElseGet(Verdict::allowed);
  }

  private Ruling checked(Review review, JsonNode jaeger, Facts facts) {
    var elasticsearches = new KnownElasticsearches(facts);
    var judgement = rules.apply(elasticsearches).judge(review.namespace(), stored(review), jaeger);
    var rights = RequesterRights.of(
        review, judgement.plan().filter(plan -> authors != Authors.TRUSTED), facts);
    var questions = new HashSet<>(elasticsearches.questions());
    questions.addAll(rights.questions());
    if (!questions.isEmpty()) {
      return new Question(questions);
    }
    var missing = rights.problem().stream().toList();
    var silences = new ArrayList<>(elasticsearches.silences());
    silences.addAll(rights.silences());
    return verdict(
        authors == Authors.REFUSED
            ? judgement.and(missing, List.of(), silences)
            : judgement.and(List.of(), missing, silences));
  }

  /** Whether a Jaeger may be stored unchecked is for the registration to say. */
  @Override
  public boolean failsOpen() {
    return false;
  }

  private static boolean isChecked(Review review, JsonNode jaeger) {
    return review.kind().group().equals("jaegertracing.io")
        && review.kind().kind().equals("Jaeger")
        && WRITES.contains(review.operation())
        && review.subResource().isEmpty()
        && !jaeger.path("metadata").hasNonNull("deletionTimestamp");
  }

  private static Optional<JsonNode> stored(Review review) {
    return review.operation().equals("UPDATE") ? review.oldObject() : Optional.empty();
  }

  private static Verdict verdict(Judgement judgement) {
    var audit = new TreeMap<String, String>();
    remember("refused-by", judgement.refusals(), audit);
    remember("warned-of", judgement.warnings(), audit);
    return Verdict.of(
        refusal(judgement.refusals()),
        Stream.concat(
                judgement.warnings().stream().map(JaegerValidation::line),
                judgement.notes().stream())
            .toList(),
        audit);
  }

  private static Optional<Refusal> refusal(List<Problem> problems) {
    if (problems.isEmpty()) {
      return Optional.empty();
    }
    var shown = problems.stream().limit(MOST_CAUSES).toList();
    var more = problems.size() - shown.size();
    var message = shown.stream().map(JaegerValidation::line).collect(Collectors.joining("\n"));
    return Optional.of(new Refusal(
        UNPROCESSABLE,
        "Invalid",
        more == 0 ? message : message + "\nand " + more + " more",
        shown.stream().map(JaegerValidation::cause).toList()));
  }

  private static String line(Problem problem) {
    return "[" + problem.rule().code() + "] " + problem.text();
  }

  private static Cause cause(Problem problem) {
    var code = problem.rule().code();
    return new Cause(code, problem.field(), problem.message() + " [" + code + "]");
  }

  private static void remember(String key, List<Problem> problems, TreeMap<String, String> audit) {
    if (!problems.isEmpty()) {
      audit.put(
          key,
          problems.stream()
              .map(problem -> problem.rule().code())
              .distinct()
              .sorted()
              .collect(Collectors.joining(",")));
    }
  }
}
