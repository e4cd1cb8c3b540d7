package io.jaegertracing.operator.support.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the API server was asked so far, by whom, and what it answered. */
public final class Audit {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One answered request; what the request does not have (no subresource, no impersonation) is empty. */
  public record Request(
      String user,
      String impersonatedUser,
      String verb,
      String resource,
      String subresource,
      String namespace,
      String name,
      int responseCode) {
    /** Whose rights were asked for. */
    public boolean by(String account) {
      return account().equals(account);
    }

    String account() {
      return impersonatedUser.isEmpty() ? user : impersonatedUser;
    }
  }

  private final Path log;

  Audit(Path log) {
    this.log = log;
  }

  /** Answered requests in the order of their answers. The line of a request may follow its answer by a moment. */
  public List<Request> requests() {
    return answered().map(Audit::request).toList();
  }

  /** What webhooks of the product wrote down under a key about the object of this name. */
  public List<String> said(String namespace, String name, String key) {
    return answered()
        .filter(event -> event.at("/objectRef/namespace").asText().equals(namespace)
            && event.at("/objectRef/name").asText().equals(name))
        .flatMap(event -> event.path("annotations").properties().stream())
        .filter(one -> one.getKey().endsWith(".jaegertracing.io/" + key))
        .map(one -> one.getValue().asText())
        .toList();
  }

  /** What some users asked for, as far as authorization decided so: allow or forbid. What was forbidden in an outage is not told. */
  Stream<Right> rights(Predicate<String> user, String decision) {
    var outages = Outage.of(log.resolveSibling("."));
    return answered()
        .filter(event -> decision.equals("allow")
            || outages.stream().noneMatch(outage -> outage.covers(received(event))))
        .filter(event -> user.test(request(event).account()))
        .filter(event -> event
            .path("annotations")
            .path("authorization.k8s.io/decision")
            .asText()
            .equals(decision))
        .filter(event -> event.has("objectRef"))
        .flatMap(Right::used);
  }

  public List<Request> requestsBy(String account) {
    return requests().stream().filter(request -> request.by(account)).toList();
  }

  private Stream<JsonNode> answered() {
    return lines().stream()
        .map(Audit::parse)
        .filter(event -> event.path("stage").asText().equals("ResponseComplete"));
  }

  /** Whole lines only: the last may just be growing. */
  private List<String> lines() {
    try {
      var text = Files.readString(log);
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Instant received(JsonNode event) {
    return Instant.parse(event.path("requestReceivedTimestamp").asText());
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Request request(JsonNode event) {
    var object = event.path("objectRef");
    return new Request(
        event.at("/user/username").asText(),
        event.at("/impersonatedUser/username").asText(),
        event.path("verb").asText(),
        object.path("resource").asText(),
        object.path("subresource").asText(),
        object.path("namespace").asText(),
        object.path("name").asText(),
        event.at("/responseStatus/code").asInt());
  }
}
