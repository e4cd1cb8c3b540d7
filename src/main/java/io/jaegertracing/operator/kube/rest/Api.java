package io.jaegertracing.operator.kube.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.jaegertracing.operator.api.json.LiteralModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads objects as trees whose numbers keep their text: an object that fits no class breaks nothing here.
 * Nothing blocks; what fails does so with an {@link ApiRefusal} when the API server answered, else with whatever happened.
 */
public final class Api {
  /** An object of a user may have a key or a text of its full size; it may not keep a list from being read. */
  private static final StreamReadConstraints WHATEVER_ETCD_HOLDS = StreamReadConstraints.builder()
      .maxNameLength(8 << 20)
      .maxNumberLength(8 << 20)
      .build();

  private static final ObjectMapper JSON = new ObjectMapper(
          JsonFactory.builder().streamReadConstraints(WHATEVER_ETCD_HOLDS).build())
      .registerModule(new LiteralModule());

  private final HttpClient http;
  private final String root;

  /** The connection stays its owner's. */
  public Api(KubernetesClient client) {
    this.http = client.getHttpClient();
    this.root = client.getMasterUrl().toString().replaceFirst("/+$", "");
  }

  public CompletionStage<JsonNode> get(String path, Shape shape, Duration limit) {
    var request =
        request(path, shape).timeout(limit.toMillis(), TimeUnit.MILLISECONDS).build();
    return attempt(() -> http.sendAsync(request, byte[].class)).thenApply(Api::tree);
  }

  /** For questions that are asked by writing them: nothing is stored. */
  public CompletionStage<JsonNode> post(String path, JsonNode question, Duration limit) {
    var request = request(path, Shape.WHOLE)
        .post("application/json", question.toString().getBytes(StandardCharsets.UTF_8))
        .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .build();
    return attempt(() -> http.sendAsync(request, byte[].class)).thenApply(Api::tree);
  }

  /** Each event is handed over before the next one is read. */
  public Watching watch(String path, Shape shape, Consumer<JsonNode> each) {
    var watching = new Watching();
    var lines = new Lines(line -> each.accept(read(line)));
    HttpRequest request = request(path, shape).forStreaming().build();
    attempt(() ->
            http.consumeBytes(request, (pieces, body) -> consume(pieces, body, lines, watching)))
        .whenComplete((response, failure) -> {
          if (failure != null) {
            watching.end(failure);
          } else {
            begin(response, watching);
          }
        });
    return watching;
  }

  /** A client that is closed throws where others fail. */
  private static <T> CompletionStage<T> attempt(Supplier<CompletableFuture<T>> request) {
    try {
      return request.get();
    } catch (RuntimeException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  private static void begin(HttpResponse<AsyncBody> response, Watching watching) {
    if (!response.isSuccessful()) {
      response.body().cancel();
      watching.end(new ApiRefusal(response.code(), "the answer is " + response.code()));
      return;
    }
    watching.begin(response.body());
    response.body().consume();
  }

  /** What cannot be read ends the watch: skipping it would leave the cache wrong without anyone knowing. */
  private static void consume(
      List<ByteBuffer> pieces, AsyncBody body, Lines lines, Watching watching) {
    try {
      pieces.forEach(lines::add);
      body.consume();
    } catch (RuntimeException unreadable) {
      watching.end(unreadable);
      body.cancel();
    }
  }

  private HttpRequest.Builder request(String path, Shape shape) {
    return http.newHttpRequestBuilder().uri(root + path).header("Accept", shape.accept());
  }

  private static JsonNode tree(HttpResponse<byte[]> response) {
    if (!response.isSuccessful()) {
      throw new ApiRefusal(response.code(), explanation(response));
    }
    return read(response.body());
  }

  private static String explanation(HttpResponse<byte[]> response) {
    try {
      var message = JSON.readTree(response.body()).path("message").asText();
      return message.isEmpty() ? "the answer is " + response.code() : message;
    } catch (IOException noJson) {
      var text = new String(response.body(), StandardCharsets.UTF_8);
      return "the answer is " + response.code() + " "
          + text.lines().findFirst().orElse("").strip();
    }
  }

  private static JsonNode read(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("no JSON came: " + unreadable.getMessage(), unreadable);
    }
  }
}
