package io.jaegertracing.operator.http.admission;

import io.jaegertracing.operator.http.Routes;
import io.jaegertracing.operator.http.rehearsal.Secret;
import io.jaegertracing.operator.http.tracing.Course;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/** AdmissionReview in, AdmissionReview out, each path with its own judge. */
public final class AdmissionRoute implements Routes {
  static final String JSON_TYPE = "application/json";

  /** What every exchange works with. */
  record Parts(
      Court court,
      Limits limits,
      Load load,
      Aftermath aftermath,
      Secret secret,
      LongSupplier nanos) {}

  /** Where it is kept what became of reviews. */
  public record Records(MeterRegistry numbers, Course.Follower traces) {}

  private final Parts parts;

  /** Requests that carry the secret leave no trace. */
  public AdmissionRoute(Court court, Limits limits, Secret secret, Records records) {
    var load = new Load(limits);
    LongSupplier nanos = records.numbers().config().clock()::monotonicTime;
    var aftermath = new Aftermath(
        new AdmissionMeter(records.numbers(), court.kinds(), load),
        new FailureLog(nanos),
        court.observer(),
        records.traces());
    this.parts = new Parts(court, limits, load, aftermath, secret, nanos);
  }

  public SortedSet<String> paths() {
    return new TreeSet<>(parts.court().judges().keySet());
  }

  @Override
  public void mount(Router router) {
    parts.court().judges().forEach((path, judge) -> {
      router.route(path).handler(AdmissionRoute::expectPost);
      router.post(path).handler(context -> new Exchange(parts, path, judge, context).begin());
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
}
