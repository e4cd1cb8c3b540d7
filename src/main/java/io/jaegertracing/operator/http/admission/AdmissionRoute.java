package io.jaegertracing.operator.http.admission;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jaegertracing.operator.api.json.LiteralModule;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.http.Routes;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** AdmissionReview in, AdmissionReview out, each path with its own judge. */
public final class AdmissionRoute implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(AdmissionRoute.class);
  /** Two objects of at most 3 MiB each, and the envelope. */
  private static final long LARGEST_BODY = 7L * 1024 * 1024;

  private static final String JSON_TYPE = "application/json";
  private static final ObjectMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .addModule(new LiteralModule())
      .build();

  /** Called on an event loop: decides at once, from memory. */
  private final SortedMap<String, Function<Review, Verdict>> judges;

  private final AdmissionMeter meter;

  public AdmissionRoute(
      SortedMap<String, Function<Review, Verdict>> judges, MeterRegistry registry) {
    this.judges = new TreeMap<>(judges);
    this.meter = new AdmissionMeter(registry);
  }

  @Override
  public void mount(Router router) {
    judges.forEach((path, judge) -> {
      router.route(path).handler(AdmissionRoute::expectPost);
      router.post(path).handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
      router.post(path).handler(context -> answer(context, path, judge));
    });
  }

  private static void expectPost(RoutingContext context) {
    if (!context.request().method().equals(HttpMethod.POST)) {
      context.response().putHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
      context.fail(405);
    } else if (!isJson(context.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
      context.fail(415);
    } else {
      context.next();
    }
  }

  private static boolean isJson(String type) {
    return type != null
        && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON_TYPE);
  }

  private void answer(RoutingContext context, String path, Function<Review, Verdict> judge) {
    var sample = meter.start();
    var outcome = Outcome.FAILED;
    try {
      outcome = review(context.body().buffer())
          .map(review -> judged(context, path, review, judge.apply(review)))
          .orElseGet(() -> malformed(context));
    } finally {
      meter.stop(sample, path, outcome);
    }
  }

  private static Outcome judged(
      RoutingContext context, String path, Review review, Verdict verdict) {
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, JSON_TYPE)
        .end(verdict.answer(review).toString());
    if (!verdict.isAllowed()) {
      LOG.atInfo()
          .addKeyValue("path", path)
          .addKeyValue("uid", review.uid())
          .addKeyValue("kind", review.kind().kind())
          .addKeyValue("namespace", review.namespace())
          .addKeyValue("name", review.name())
          .addKeyValue("operation", review.operation())
          .addKeyValue("dryRun", review.dryRun())
          .addKeyValue("because", verdict.audit())
          .log("refused");
    }
    return Outcome.of(verdict);
  }

  private static Outcome malformed(RoutingContext context) {
    context.fail(400);
    return Outcome.MALFORMED;
  }

  /** Empty for whatever is no review, valid JSON or not. */
  private static Optional<Review> review(Buffer body) {
    try {
      return body == null ? Optional.empty() : Review.of(JSON.readTree(body.getBytes()));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
