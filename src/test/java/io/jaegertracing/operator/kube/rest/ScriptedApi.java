package io.jaegertracing.operator.kube.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jaegertracing.operator.kube.RawApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** An API server that fails when it is told to, which the real one cannot. */
public final class ScriptedApi implements AutoCloseable {
  private static final String END = "end of the watch";

  private record Answer(int code, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final KubernetesClient client;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Map<String, BlockingQueue<String>> events = new ConcurrentHashMap<>();
  private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  public ScriptedApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
    client = new KubernetesClientBuilder()
        .withConfig(new ConfigBuilder()
            .withAutoConfigure(false)
            .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
            .withRequestRetryBackoffLimit(0)
            .withHttp2Disable(true)
            .build())
        .build();
  }

  public Api api() {
    return new Api(client);
  }

  public RawApi raw() {
    return new RawApi(client, Duration.ofSeconds(30));
  }

  /** Whatever is asked of this path, a watch excepted, gets this answer from now on. */
  public void answer(String path, int code, String body) {
    answers.put(path, new Answer(code, body));
  }

  /** The next request for this path gets no answer at all. */
  public void ignore(String path) {
    answers.remove(path);
  }

  /** The next watch of this path gets no answer at all. */
  public void ignoreWatch(String path) {
    unanswered.add(path);
  }

  public void send(String path, String event) {
    queue(path).add(event);
  }

  public void endWatch(String path) {
    queue(path).add(END);
  }

  /** Path and query of all, in the order in which they came. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  public long requestsFor(String path) {
    return requests.stream().filter(request -> request.startsWith(path)).count();
  }

  @Override
  public void close() {
    client.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private BlockingQueue<String> queue(String path) {
    return events.computeIfAbsent(path, any -> new LinkedBlockingQueue<>());
  }

  private void serve(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestURI().toString());
    var path = exchange.getRequestURI().getPath();
    var query = exchange.getRequestURI().getQuery();
    if (query != null && query.contains("watch=true")) {
      if (!unanswered.remove(path)) {
        watch(exchange, queue(path));
      }
      return;
    }
    var continued = query != null && query.contains("continue=") ? path + " continued" : path;
    var answer = answers.get(continued);
    if (answer != null) {
      var body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.code(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    }
  }

  private static void watch(HttpExchange exchange, BlockingQueue<String> events)
      throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (var body = exchange.getResponseBody()) {
      body.flush();
      for (var event = events.take(); !event.equals(END); event = events.take()) {
        body.write((event + "\n").getBytes(StandardCharsets.UTF_8));
        body.flush();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }
}
