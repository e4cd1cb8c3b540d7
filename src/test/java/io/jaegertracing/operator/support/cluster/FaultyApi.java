package io.jaegertracing.operator.support.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The real API server behind a proxy that answers in its place, or hangs up, when a test says so. */
public final class FaultyApi implements AutoCloseable {
  /** Of the headers of a request these are passed on. */
  private static final Set<String> KEPT =
      Set.of("accept", "content-type", "impersonate-user", "user-agent");

  /** What becomes of a request. */
  public sealed interface Fault {
    /** This code is the answer. */
    record Answer(int code) implements Fault {}

    /** The connection ends without an answer, after the request was carried out. */
    record HangUp() implements Fault {}

    /** Nothing happens for so long; then the request is carried out, and who still waits gets the answer. */
    record Stall(Duration length) implements Fault {}
  }

  private final Config real;
  private final HttpClient http;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Collection<HttpExchange> watches = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Function<String, Optional<Fault>> faults = request -> Optional.empty();

  FaultyApi(Config real) {
    this.real = real;
    try {
      this.http = HttpClient.newBuilder().sslContext(SSLUtils.sslContext(real)).build();
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Asked for each request, as "PATCH /path". */
  public void fail(Function<String, Optional<Fault>> which) {
    faults = which;
  }

  /** Every watch that is open ends in the middle. */
  public void cutWatches() {
    watches.forEach(HttpExchange::close);
    watches.clear();
  }

  /** The caller closes it. */
  public KubernetesClient client(String user) {
    return new KubernetesClientBuilder()
        .withConfig(new ConfigBuilder()
            .withAutoConfigure(false)
            .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
            .withImpersonateUsername(user)
            .withRequestRetryBackoffLimit(1)
            .withHttp2Disable(true)
            .build())
        .build();
  }

  @Override
  public void close() {
    closing.countDown();
    cutWatches();
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    var fault = faults.apply(
        exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    if (fault.orElse(null) instanceof Fault.Answer answer) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(answer.code(), -1);
      exchange.close();
      return;
    }
    try (exchange) {
      if (fault.orElse(null) instanceof Fault.Stall stall) {
        var unused = closing.await(stall.length().toMillis(), TimeUnit.MILLISECONDS);
      }
      pass(exchange, fault.orElse(null) instanceof Fault.HangUp);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(HttpExchange exchange, boolean hangUp)
      throws IOException, InterruptedException {
    var answer = http.send(request(exchange), HttpResponse.BodyHandlers.ofInputStream());
    if (hangUp) {
      answer.body().close();
      return;
    }
    answer
        .headers()
        .firstValue("content-type")
        .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
    exchange.sendResponseHeaders(answer.statusCode(), 0);
    watches.add(exchange);
    try (var in = answer.body();
        var out = exchange.getResponseBody()) {
      var buffer = new byte[8192];
      for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        out.flush();
      }
    } finally {
      watches.remove(exchange);
    }
  }

  private HttpRequest request(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    var master = real.getMasterUrl();
    var request = HttpRequest.newBuilder(
            URI.create(master.substring(0, master.length() - (master.endsWith("/") ? 1 : 0))
                + exchange.getRequestURI()))
        .method(
            exchange.getRequestMethod(),
            body.length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(body))
        .header("Authorization", "Bearer " + token());
    exchange.getRequestHeaders().forEach((name, values) -> pass(name, values, request));
    return request.build();
  }

  private String token() {
    return real.getOauthToken() == null ? real.getAutoOAuthToken() : real.getOauthToken();
  }

  private static void pass(String name, List<String> values, HttpRequest.Builder request) {
    if (KEPT.contains(name.toLowerCase(Locale.ROOT))) {
      values.forEach(value -> request.header(name, value));
    }
  }
}
