package io.jaegertracing.operator.http.admission;

import io.jaegertracing.operator.core.admission.JaegersOnly;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.inject.Jaegers;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.http.ConnectionAge;
import io.jaegertracing.operator.http.Drain;
import io.jaegertracing.operator.http.EventLoops;
import io.jaegertracing.operator.http.HttpServers;
import io.jaegertracing.operator.http.LeanVertx;
import io.jaegertracing.operator.http.Listener;
import io.jaegertracing.operator.http.Loopback;
import io.jaegertracing.operator.http.rehearsal.Scenery;
import io.jaegertracing.operator.http.rehearsal.Secret;
import io.jaegertracing.operator.http.tracing.Course;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A real server with some judges, and a client for it. */
final class AdmissionServer implements AutoCloseable {
  static final Secret SECRET = new Secret("a-secret");
  private static final long SECONDS = 30;

  private final Vertx vertx = LeanVertx.start(1);
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HttpClient client = Loopback.client().build();
  private final String url;

  AdmissionServer(Map<String, Judge> judges) throws Exception {
    this(court(judges), Limits.usual());
  }

  AdmissionServer(Court court, Limits limits) throws Exception {
    this(court, limits, course -> {});
  }

  AdmissionServer(Court court, Limits limits, Course.Follower traces) throws Exception {
    var age = ConnectionAge.usual(new SecureRandom());
    var servers = new HttpServers(vertx, new EventLoops(), new Drain(Duration.ZERO), age);
    var records = new AdmissionRoute.Records(registry, traces);
    var routes = new AdmissionRoute(
        court, limits, new Scenery(SECRET, Jaegers.plain("shop", "rehearsed"), Meta.NONE), records);
    var open = servers
        .plain(new Listener("127.0.0.1", 0, "--port"), routes)
        .await(SECONDS, TimeUnit.SECONDS);
    url = "http://127.0.0.1:" + open.port();
  }

  /** Whoever asks there has no answer, and nobody hears of verdicts. */
  static Court court(Map<String, Judge> judges) {
    return court(judges, (lookups, budget) -> Future.succeededFuture(Map.of()));
  }

  static Court court(Map<String, Judge> judges, Court.Asking asking) {
    return new Court(
        new TreeMap<>(judges), JaegersOnly::of, asking, (review, verdict) -> {}, Set.of("Pod"));
  }

  HttpResponse<String> post(String path, byte[] body) throws Exception {
    return send(path, "POST", "application/json", body);
  }

  HttpResponse<String> send(String path, String method, String type, byte[] body) throws Exception {
    var request = request(path).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return send(request);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> begin(String path, byte[] body) {
    var request = request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(SECONDS));
  }

  /** After one more request: there is one event loop, so that what follows an earlier answer is done by then. */
  String metrics() throws Exception {
    send("/nothing", "GET", "", new byte[0]);
    return registry.scrape();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    registry.close();
  }
}
