package io.jaegertracing.operator.kube.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.kube.rest.Api;
import io.jaegertracing.operator.kube.rest.Shape;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Under which path objects of a kind are read, as discovery says; remembered, because kinds rarely change. */
final class Kinds {
  private static final int MOST = 200;
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  /** A kind that is asked for again may have been created since. */
  private static final Duration LIFETIME_OF_A_GAP = Duration.ofSeconds(10);

  /** One kind of one API version. */
  record Resource(String root, String group, String plural, boolean namespaced) {
    String path(String namespace, String name) {
      return root + (namespaced ? "/namespaces/" + namespace : "") + "/" + plural + "/" + name;
    }

    /** As roles name it: {@code jobs.batch}. */
    String qualified() {
      return group.isEmpty() ? plural : plural + "." + group;
    }
  }

  private record Question(String apiVersion, String kind) {}

  private final Api api;
  private final Duration limit;
  private final Remembered<Question, Optional<Resource>> known;

  Kinds(Api api, Clock clock, Duration limit) {
    this.api = api;
    this.limit = limit;
    this.known = new Remembered<>(clock, MOST);
  }

  /** Empty for a kind that its API version does not have; fails when discovery does. */
  CompletionStage<Optional<Resource>> find(String apiVersion, String kind) {
    var question = new Question(apiVersion, kind);
    var remembered = known.get(question);
    if (remembered.isPresent()) {
      return CompletableFuture.completedFuture(remembered.get());
    }
    var root = root(apiVersion);
    return root.isPresent()
        ? discover(root.get(), question)
        : CompletableFuture.completedFuture(Optional.empty());
  }

  private CompletionStage<Optional<Resource>> discover(String root, Question question) {
    return api.get(root, Shape.WHOLE, limit).thenApply(list -> {
      var found = Optional.ofNullable(kinds(root, list).get(question.kind()));
      known.put(question, found, found.isPresent() ? LIFETIME : LIFETIME_OF_A_GAP);
      return found;
    });
  }

  private static Map<String, Resource> kinds(String root, JsonNode list) {
    var kinds = new TreeMap<String, Resource>();
    for (var resource : list.path("resources")) {
      var plural = resource.path("name").asText();
      // Subresources, which have a slash, may have the kind of what they belong to.
      if (!plural.contains("/")) {
        kinds.putIfAbsent(
            resource.path("kind").asText(),
            new Resource(root, group(root), plural, resource.path("namespaced").asBoolean()));
      }
    }
    return kinds;
  }

  private static String group(String root) {
    var parts = root.split("/", -1);
    return parts[1].equals("api") ? "" : parts[2];
  }

  private static Optional<String> root(String apiVersion) {
    var parts = apiVersion.split("/", -1);
    var proper = parts.length <= 2
        && Arrays.stream(parts).allMatch(part -> Segment.of(part).isPresent());
    return proper
        ? Optional.of((parts.length == 1 ? "/api/" : "/apis/") + apiVersion)
        : Optional.empty();
  }
}
