package io.jaegertracing.operator.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;

import static java.util.stream.Collectors.joining;

/** /healthz says whether the program should go on living, /readyz whether it should be asked anything. */
public final class HealthRoutes implements Routes {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final EventLoops loops;
  private final Readiness readiness;

  public HealthRoutes(EventLoops loops, Readiness readiness) {
    this.loops = loops;
    this.readiness = readiness;
  }

  @Override
  public void mount(Router router) {
    router.get("/healthz").handler(this::live);
    router.get("/readyz").handler(this::ready);
  }

  private void live(RoutingContext context) {
    loops
        .silent(PATIENCE)
        .onSuccess(silent -> {
          if (silent.isEmpty()) {
            PlainAnswers.answer(context, 200, "ok");
          } else {
            PlainAnswers.answer(
                context, 503, "not live: no answer within 1 s from " + String.join(", ", silent));
          }
        })
        .onFailure(context::fail);
  }

  private void ready(RoutingContext context) {
    var answers = readiness.answers();
    var objections =
        answers.stream().filter(answer -> answer.objection().isPresent()).toList();
    var status = objections.isEmpty() ? 200 : 503;
    if (context.queryParams().contains("verbose")) {
      PlainAnswers.answer(context, status, lines(answers));
    } else {
      PlainAnswers.answer(context, status, objections.isEmpty() ? "ok" : lines(objections));
    }
  }

  private static String lines(List<Readiness.Answer> answers) {
    return answers.stream()
        .map(answer -> answer
            .objection()
            .map(why -> "not ready: " + answer.name() + ": " + why)
            .orElse("ready: " + answer.name()))
        .collect(joining("\n"));
  }
}
