package io.jaegertracing.operator.http.admission;

import io.jaegertracing.operator.http.Routes;
import io.jaegertracing.operator.http.rehearsal.Scenery;
import io.jaegertracing.operator.http.tracing.Course;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/** AdmissionReview in, AdmissionReview out, each path with its own judge. */
public final class AdmissionRoute implements Routes {
  static final String JSON_TYPE = "application/json";

  /** What every exchange works with; one that is rehearsed leaves no trace. */
  record Parts(
      Court court,
      Limits limits,
      Load load,
      Aftermath aftermath,
      LongSupplier nanos,
      boolean rehearsed) {}

  /** Where it is kept what became of reviews. */
  public record Records(MeterRegistry numbers, Course.Follower traces) {}

  private final Parts parts;
  private final Parts rehearsal;
  private final Scenery scenery;

  /** Requests that carry the secret of the scenery are about the cluster that it shows, and leave no trace. */
  public AdmissionRoute(Court court, Limits limits, Scenery scenery, Records records) {
    var load = new Load(limits);
    LongSupplier nanos = records.numbers().config().clock()::monotonicTime;
    var aftermath = new Aftermath(
        new AdmissionMeter(records.numbers(), court.kinds(), load),
        new FailureLog(nanos),
        court.observer(),
        records.traces());
    this.scenery = scenery;
    this.parts = new Parts(court, limits, load, aftermath, nanos, false);
    this.rehearsal = new Parts(rehearsal(court, scenery), limits, load, aftermath, nanos, true);
  }

  /** The same judges; nothing is looked up, and nobody hears of it. */
  private static Court rehearsal(Court court, Scenery scenery) {
    return new Court(
        court.judges(),
        () -> scenery,
        (lookups, budget) -> Future.succeededFuture(Map.of()),
        (review, verdict) -> {},
        court.kinds());
  }

  public SortedSet<String> paths() {
    return new TreeSet<>(parts.court().judges().keySet());
  }

  @Override
  public void mount(Router router) {
    parts.court().judges().forEach((path, judge) -> {
      router.route(path).handler(AdmissionRoute::expectPost);
      router
          .post(path)
          .handler(context -> new Exchange(parts(context.request()), path, judge, context).begin());
    });
  }

  private Parts parts(HttpServerRequest request) {
    return scenery.secret().isIn(request) ? rehearsal : parts;
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
}
