package io.jaegertracing.operator.http.admission;

import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.http.Drain;
import io.jaegertracing.operator.http.EventLoops;
import io.jaegertracing.operator.http.HttpServers;
import io.jaegertracing.operator.http.LeanVertx;
import io.jaegertracing.operator.http.Listener;
import io.jaegertracing.operator.http.Loopback;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A real server with some judges, and a client for it. */
final class AdmissionServer implements AutoCloseable {
  private static final long SECONDS = 30;

  private final Vertx vertx = LeanVertx.start(1);
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HttpClient client = Loopback.client().build();
  private final String url;

  AdmissionServer(Map<String, Function<Review, Verdict>> judges) throws Exception {
    var servers = new HttpServers(vertx, new EventLoops(), new Drain(Duration.ZERO));
    var routes = new AdmissionRoute(new TreeMap<>(judges), registry);
    var open = servers
        .plain(new Listener("127.0.0.1", 0, "--port"), routes)
        .await(SECONDS, TimeUnit.SECONDS);
    url = "http://127.0.0.1:" + open.port();
  }

  HttpResponse<String> post(String path, byte[] body) throws Exception {
    return send(path, "POST", "application/json", body);
  }

  HttpResponse<String> send(String path, String method, String type, byte[] body) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(url + path))
        .timeout(Duration.ofSeconds(SECONDS))
        .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  String metrics() {
    return registry.scrape();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    registry.close();
  }
}
