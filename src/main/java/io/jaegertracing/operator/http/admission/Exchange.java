package io.jaegertracing.operator.http.admission;

import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.http.tracing.Course;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One request from its first byte to its answer, which comes whatever happens in between. Belongs to one event loop. */
final class Exchange {
  private final AdmissionRoute.Parts parts;
  private final String path;
  private final Judge judge;
  private final RoutingContext context;
  private final Deadline deadline;
  private Optional<Review> asked = Optional.empty();
  private Optional<Hearing> hearing = Optional.empty();
  private Optional<Reply> reply = Optional.empty();
  private Optional<Throwable> defect = Optional.empty();

  Exchange(AdmissionRoute.Parts parts, String path, Judge judge, RoutingContext context) {
    this.parts = parts;
    this.path = path;
    this.judge = judge;
    this.context = context;
    this.deadline = Deadline.of(context.request().query(), parts.nanos());
  }

  /** A client that goes away before its body has arrived gets nothing and holds nothing. */
  void begin() {
    IncomingBody.of(context.request(), parts.limits(), parts.load()).onSuccess(this::answer);
  }

  private void answer(IncomingBody body) {
    var sample = parts.aftermath().meter().start();
    var start = parts.nanos().getAsLong();
    parts.load().begin();
    Future.succeededFuture(body).compose(this::reply).map(this::sent).onComplete(done -> {
      parts.load().end();
      body.release();
      var outcome = done.succeeded() ? done.result() : Reply.Outcome.FAILED;
      if (!parts.rehearsed()) {
        parts.aftermath().meter().body(path, (double) body.length());
        parts.aftermath().ended(path, sample, outcome);
      }
      if (done.failed()) {
        context.fail(done.cause());
      }
      if (!parts.rehearsed()) {
        parts.aftermath().followed(path, () -> course(body, start, outcome));
      }
    });
  }

  private Future<Reply> reply(IncomingBody body) {
    return switch (body.state()) {
      case TOO_LARGE -> Future.succeededFuture(Reply.TOO_LARGE);
      case WHOLE ->
        Envelope.whole(body.bytes())
            .map(this::heard)
            .orElse(Future.succeededFuture(Reply.MALFORMED));
      case CROWDED_OUT ->
        Envelope.beginning(body.bytes())
            .map(review -> excused(
                review, new Hearing.Overloaded("Too much was sent at once by all clients.")))
            .orElse(Future.succeededFuture(Reply.OVERLOADED));
    };
  }

  private Future<Reply> heard(Review review) {
    var heard = new Hearing(parts, judge, review, deadline);
    asked = Optional.of(review);
    hearing = Optional.of(heard);
    return Future.succeededFuture(heard)
        .compose(begun -> begun.verdict(context.vertx()))
        .map(verdict -> Reply.of(review, verdict))
        .recover(failure -> excused(review, failure));
  }

  /** What a judge that fails open is spared; the others leave the decision to their registration. */
  private Future<Reply> excused(Review review, Throwable failure) {
    var overloaded = failure instanceof Hearing.Overloaded;
    asked = Optional.of(review);
    defect = Optional.of(failure).filter(any -> !overloaded);
    if (isFatal(failure) || !(judge.failsOpen() || overloaded)) {
      return Future.failedFuture(failure);
    }
    if (!judge.failsOpen()) {
      return Future.succeededFuture(Reply.OVERLOADED);
    }
    if (!overloaded) {
      parts.aftermath().failures().failed(path, failure);
    }
    var finding = overloaded
        ? Finding.of(Reason.OVERLOADED, String.valueOf(failure.getMessage()))
        : Finding.of(Reason.INTERNAL_ERROR, "");
    return Future.succeededFuture(Reply.of(review, Verdict.unchanged(finding)));
  }

  /** Nobody knows what still works after these. */
  private static boolean isFatal(Throwable failure) {
    return failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError);
  }

  private Reply.Outcome sent(Reply reply) {
    this.reply = Optional.of(reply);
    if (reply instanceof Reply.Refusal refusal) {
      context.fail(refusal.status());
      return refusal.outcome();
    }
    var answer = (Reply.Answer) reply;
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, AdmissionRoute.JSON_TYPE)
        .end(answer.text())
        .onSuccess(written -> told(answer));
    return Reply.Outcome.of(answer.verdict());
  }

  /** Of an answer that nobody waited for nothing is told: the object was stored without it, or not at all. */
  private void told(Reply.Answer answer) {
    if (!parts.rehearsed()) {
      parts.aftermath().decided(path, answer);
    }
  }

  private Course course(IncomingBody body, long start, Reply.Outcome outcome) {
    var answer = reply.filter(Reply.Answer.class::isInstance).map(Reply.Answer.class::cast);
    return new Course(
        new Course.Asked(
            path,
            asked.map(parts.aftermath().meter()::kind).orElse("unknown"),
            body.length(),
            new Course.Caller(header("traceparent"), header("tracestate"))),
        asked,
        new Course.Ended(
            outcome.label(),
            reply.map(Reply::status).orElse(500),
            answer.map(Reply.Answer::verdict),
            answer.map(Reply.Answer::patch).orElse(0),
            defect),
        new Course.Lapse(start, parts.nanos().getAsLong()),
        hearing.map(Hearing::rounds).orElse(List.of()));
  }

  private String header(String name) {
    return Objects.requireNonNullElse(context.request().getHeader(name), "");
  }
}
