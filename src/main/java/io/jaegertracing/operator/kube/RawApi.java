package io.jaegertracing.operator.kube;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.jaegertracing.operator.api.json.LiteralModule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Objects as trees, by path: for kinds that are known only when the program runs. Blocks; every failure is an {@link ApiFailure}. */
public final class RawApi {
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new LiteralModule()).build();
  private static final String PLAIN = "application/json";

  private final KubernetesClient client;
  private final Duration patience;

  /** The patience is for one call with all its retries. */
  public RawApi(KubernetesClient client, Duration patience) {
    this.client = client;
    this.patience = patience;
  }

  public RawApi patient(Duration other) {
    return new RawApi(client, other);
  }

  public JsonNode get(String path) {
    return send(request(path).header("Accept", PLAIN));
  }

  /** Without spec and status, whatever the kind. */
  public JsonNode getMetadata(String path) {
    return send(
        request(path).header("Accept", PLAIN + ";as=PartialObjectMetadata;g=meta.k8s.io;v=v1"));
  }

  /** The same of a whole list. */
  public JsonNode listMetadata(String path) {
    return send(
        request(path).header("Accept", PLAIN + ";as=PartialObjectMetadataList;g=meta.k8s.io;v=v1"));
  }

  public JsonNode post(String path, JsonNode object) {
    return send(request(path).method("POST", PLAIN, object.toString()));
  }

  /** Not again before the caller asks again: an eviction that is refused for now comes with a code that clients take for an overload. */
  public JsonNode postOnce(String path, JsonNode object) {
    var once = client
        .getHttpClient()
        .newBuilder()
        .tag(new RequestConfigBuilder(client.getConfiguration().getRequestConfig())
            .withRequestRetryBackoffLimit(0)
            .build())
        .build();
    return send(once, request(path).method("POST", PLAIN, object.toString()));
  }

  public JsonNode put(String path, JsonNode object) {
    return send(request(path).method("PUT", PLAIN, object.toString()));
  }

  /** An array is a list of RFC 6902 operations, an object an RFC 7386 merge. */
  public JsonNode patch(String path, JsonNode change) {
    var type = change.isArray() ? "application/json-patch+json" : "application/merge-patch+json";
    return send(request(path).method("PATCH", type, change.toString()));
  }

  /** Server-side apply: creates what is not there. What somebody else wrote with another value is a conflict. */
  public JsonNode apply(String path, String writer, JsonNode object) {
    return send(request(path + "?fieldManager=" + writer)
        .method("PATCH", "application/apply-patch+yaml", object.toString()));
  }

  /** The same, over what anybody else wrote. */
  public JsonNode applyOver(String path, String writer, JsonNode object) {
    return send(request(path + "?force=true&fieldManager=" + writer)
        .method("PATCH", "application/apply-patch+yaml", object.toString()));
  }

  /** Only the very version that was read. */
  public void delete(String path, JsonNode metadata) {
    var options = JSON.createObjectNode();
    var version = options.putObject("preconditions");
    version.set("uid", metadata.path("uid"));
    version.set("resourceVersion", metadata.path("resourceVersion"));
    var unused = send(request(path).method("DELETE", PLAIN, options.toString()));
  }

  private HttpRequest.Builder request(String path) {
    if (client.getHttpClient().isClosed()) {
      throw new ApiFailure(0, "the connection is closed");
    }
    var server = client.getMasterUrl().toString();
    return client
        .getHttpClient()
        .newHttpRequestBuilder()
        .uri(server.substring(0, server.length() - (server.endsWith("/") ? 1 : 0)) + path)
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private JsonNode send(HttpRequest.Builder request) {
    return send(client.getHttpClient(), request);
  }

  private JsonNode send(HttpClient http, HttpRequest.Builder request) {
    var answer = http.sendAsync(request.build(), byte[].class);
    try {
      return read(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException silence) {
      answer.cancel(true);
      throw new ApiFailure(0, "no answer within " + patience.toSeconds() + " s");
    } catch (ExecutionException failed) {
      throw new ApiFailure(0, String.valueOf(failed.getCause()));
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new ApiFailure(0, "stopped");
    }
  }

  private static JsonNode read(HttpResponse<byte[]> answer) {
    var text = new String(answer.body(), StandardCharsets.UTF_8);
    if (!answer.isSuccessful()) {
      throw new ApiFailure(answer.code(), message(text));
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new ApiFailure(answer.code(), "the answer is no JSON");
    }
  }

  private static String message(String status) {
    try {
      var message = JSON.readTree(status).path("message").asText();
      return message.isEmpty() ? "refused" : message;
    } catch (JsonProcessingException noStatus) {
      return "refused";
    }
  }
}
