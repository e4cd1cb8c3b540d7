package io.jaegertracing.operator.http.admission;

import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Question;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Ruling;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.http.tracing.Course;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One review before its judge, who may ask before there is a verdict. Belongs to one event loop. */
final class Hearing {
  /** No room or no time: nobody's defect, so that it needs no stack. */
  static final class Overloaded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overloaded(String why) {
      super(why, null, false, false);
    }
  }

  private static final Answer NO_ANSWER = new Answer.Unanswered("");

  private final AdmissionRoute.Parts parts;
  private final Judge judge;
  private final Review review;
  private final Deadline deadline;
  private final List<Course.Round> rounds = new ArrayList<>(0);
  private int questions;
  private Duration budget;

  Hearing(AdmissionRoute.Parts parts, Judge judge, Review review, Deadline deadline) {
    this.parts = parts;
    this.judge = judge;
    this.review = review;
    this.deadline = deadline;
    this.budget = parts.limits().lookups();
  }

  /** What was looked up so far. */
  List<Course.Round> rounds() {
    return rounds;
  }

  /** Fails as {@link Overloaded}, or with whatever the judge or the lookups threw. */
  Future<Verdict> verdict(Vertx vertx) {
    return deadline.isOver()
        ? Future.failedFuture(new Overloaded("The time was over before the request had arrived."))
        : Future.succeededFuture(Facts.of(parts.court().snapshot().get()))
            .compose(facts -> verdict(vertx, facts));
  }

  private Future<Verdict> verdict(Vertx vertx, Facts facts) {
    Ruling ruling = judge.judge(review, facts);
    return ruling instanceof Question question
        ? answers(vertx, question.lookups()).compose(more -> verdict(vertx, facts.and(more)))
        : Future.succeededFuture((Verdict) ruling);
  }

  private Future<Map<Lookup, Answer>> answers(Vertx vertx, Set<Lookup> lookups) {
    questions++;
    if (questions > 2 * parts.limits().rounds()) {
      throw new IllegalStateException("asks again and again, now for " + lookups);
    }
    if (questions > parts.limits().rounds()) {
      return unanswered(
          lookups, "This review has looked something up " + (questions - 1) + " times already.");
    }
    if (deadline.isOver()) {
      return Future.failedFuture(new Overloaded("The time was over before everything was known."));
    }
    var left = shorter(budget, deadline.left());
    return left.isNegative() || left.toMillis() == 0
        ? unanswered(lookups, "The time for lookups was used up.")
        : asked(vertx, lookups, left);
  }

  private Future<Map<Lookup, Answer>> asked(Vertx vertx, Set<Lookup> lookups, Duration left) {
    if (!parts.load().startWaiting()) {
      return Future.failedFuture(new Overloaded("Too many reviews wait for lookups."));
    }
    var start = parts.nanos().getAsLong();
    var asked =
        Future.succeededFuture(lookups).compose(all -> parts.court().asking().ask(all, left));
    return within(vertx, left, asked)
        .onComplete(answered -> {
          parts.load().stopWaiting();
          var end = parts.nanos().getAsLong();
          budget = budget.minusNanos(end - start);
          rounds.add(new Course.Round(
              new Course.Lapse(start, end), lookups, missing(lookups, answered.result())));
        })
        .map(found ->
            complete(lookups, found, "Nobody answered within " + left.toMillis() + " ms."));
  }

  /** Without answers when they take too long. Whoever answers, what follows is on this event loop again. */
  private static Future<Map<Lookup, Answer>> within(
      Vertx vertx, Duration patience, Future<Map<Lookup, Answer>> asked) {
    var here = vertx.getOrCreateContext();
    var answered = Promise.<Map<Lookup, Answer>>promise();
    var timer = vertx.setTimer(patience.toMillis(), late -> answered.tryComplete(Map.of()));
    asked.onComplete(result -> here.runOnContext(back -> {
      vertx.cancelTimer(timer);
      if (result.succeeded()) {
        answered.tryComplete(result.result());
      } else {
        answered.tryFail(result.cause());
      }
    }));
    return answered.future();
  }

  private static Future<Map<Lookup, Answer>> unanswered(Set<Lookup> lookups, String why) {
    return Future.succeededFuture(complete(lookups, Map.of(), why));
  }

  private static Map<Lookup, Answer> complete(
      Set<Lookup> lookups, Map<Lookup, Answer> found, String why) {
    var all = new HashMap<Lookup, Answer>();
    lookups.forEach(lookup -> all.put(
        lookup, found.containsKey(lookup) ? found.get(lookup) : new Answer.Unanswered(why)));
    return all;
  }

  private static int missing(Set<Lookup> lookups, @Nullable Map<Lookup, Answer> found) {
    return (int) lookups.stream()
        .filter(lookup ->
            found == null || found.getOrDefault(lookup, NO_ANSWER) instanceof Answer.Unanswered)
        .count();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
