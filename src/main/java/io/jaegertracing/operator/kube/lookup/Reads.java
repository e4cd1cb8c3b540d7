package io.jaegertracing.operator.kube.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Lookup.OfConfigMap;
import io.jaegertracing.operator.core.admission.Lookup.OfElasticsearch;
import io.jaegertracing.operator.core.admission.Lookup.OfNamespace;
import io.jaegertracing.operator.core.admission.Lookup.OfOwner;
import io.jaegertracing.operator.core.admission.Lookup.OfRight;
import io.jaegertracing.operator.core.scope.Watched;
import io.jaegertracing.operator.kube.rest.Api;
import io.jaegertracing.operator.kube.rest.ApiRefusal;
import io.jaegertracing.operator.kube.rest.Shape;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Turns each lookup into reads of the API server, and keeps of what comes only what is of interest. */
final class Reads {
  /** What a role would have to allow. */
  private record Right(String verb, String resource, String namespace) {
    static Right toGet(String resource, String namespace) {
      return new Right("get", resource, namespace);
    }

    String text() {
      var place = namespace.isEmpty() ? "" : " in the namespace " + namespace;
      return "not allowed to " + verb + " " + resource + place
          + "; allow it as in manifests/rbac/role.yaml";
    }
  }

  private final Api api;
  private final Watched watched;
  private final Duration limit;
  private final Kinds kinds;

  Reads(Api api, Watched watched, Clock clock, Duration limit) {
    this.api = api;
    this.watched = watched;
    this.limit = limit;
    this.kinds = new Kinds(api, clock, limit);
  }

  /** Never fails. */
  CompletionStage<Answer> answer(Lookup lookup) {
    if (lookup instanceof OfNamespace namespace) {
      return namespace(namespace);
    }
    if (lookup instanceof OfConfigMap map) {
      return configMap(map);
    }
    if (lookup instanceof OfElasticsearch elasticsearch) {
      return elasticsearch(elasticsearch);
    }
    return lookup instanceof OfRight right ? right(right) : owner((OfOwner) lookup);
  }

  private CompletionStage<Answer> namespace(OfNamespace asked) {
    return Segment.of(asked.name())
        .map(name -> read(
            "/api/v1/namespaces/" + name,
            Shape.METADATA,
            Right.toGet("namespaces", name),
            Reads::metadata))
        .orElseGet(Reads::absent);
  }

  private CompletionStage<Answer> configMap(OfConfigMap asked) {
    var namespace = Segment.of(asked.namespace());
    var name = Segment.of(asked.name());
    return namespace.isPresent() && name.isPresent()
        ? read(
            "/api/v1/namespaces/" + namespace.get() + "/configmaps/" + name.get(),
            Shape.WHOLE,
            Right.toGet("configmaps", namespace.get()),
            Reads::keys)
        : absent();
  }

  private CompletionStage<Answer> owner(OfOwner asked) {
    if (asked.kind().equals("Secret")) {
      return answered(new Answer.Unanswered("Secrets are never read"));
    }
    if (Segment.of(asked.name()).isEmpty() || Segment.of(asked.namespace()).isEmpty()) {
      return absent();
    }
    return kinds
        .find(asked.apiVersion(), asked.kind())
        .thenCompose(kind -> kind.map(resource -> owner(asked, resource)).orElseGet(Reads::absent))
        .exceptionally(failure -> failed(failure, Right.toGet("the API discovery", "")));
  }

  private CompletionStage<Answer> owner(OfOwner asked, Kinds.Resource resource) {
    if (!resource.namespaced() && !watched.isOfTheWholeCluster()) {
      return answered(new Answer.Unanswered(
          "WATCH_NAMESPACE names namespaces, and " + resource.qualified() + " are in none"));
    }
    return read(
        resource.path(asked.namespace(), asked.name()),
        Shape.METADATA,
        Right.toGet(resource.qualified(), resource.namespaced() ? asked.namespace() : ""),
        object -> isSame(object, asked) ? metadata(object) : new Answer.Absent());
  }

  private CompletionStage<Answer> elasticsearch(OfElasticsearch asked) {
    var namespace = Segment.of(asked.namespace());
    var name = Segment.of(asked.name());
    if (namespace.isEmpty() || name.isEmpty()) {
      return absent();
    }
    var right = Right.toGet("elasticsearches.logging.openshift.io", namespace.get());
    return kinds
        .find("logging.openshift.io/v1", "Elasticsearch")
        .exceptionally(Reads::nothingIfNotFound)
        .thenCompose(kind -> kind.map(resource -> read(
                resource.path(namespace.get(), name.get()), Shape.METADATA, right, Reads::metadata))
            .orElseGet(() -> answered(new Answer.KindAbsent())))
        .exceptionally(failure -> failed(failure, right));
  }

  /** Discovery does not know a group of which nothing is installed. */
  private static <T> Optional<T> nothingIfNotFound(Throwable failure) {
    if (ApiRefusal.codeOf(failure) == ApiRefusal.NOT_FOUND) {
      return Optional.empty();
    }
    throw new CompletionException(failure);
  }

  /** What has no namespace is not made for named namespaces, so that nobody needs a right to it. */
  private CompletionStage<Answer> right(OfRight asked) {
    if (watched.isOfTheWholeCluster()) {
      return right(asked, new AccessReview(""));
    }
    return Segment.of(asked.namespace())
        .map(namespace -> right(asked, new AccessReview(namespace)))
        .orElseGet(Reads::absent);
  }

  private CompletionStage<Answer> right(OfRight asked, AccessReview review) {
    return api.post(review.path(), review.of(asked), limit)
        .thenApply(reviewed -> (Answer) new Answer.Found(reviewed.path("status")))
        .exceptionally(
            failure -> failed(failure, new Right("create", review.resource(), review.namespace())));
  }

  private CompletionStage<Answer> read(
      String path, Shape shape, Right right, Function<JsonNode, Answer> kept) {
    return api.get(path, shape, limit)
        .thenApply(kept)
        .exceptionally(failure -> failed(failure, right));
  }

  /** The name may have been given to another object since. */
  private static boolean isSame(JsonNode object, OfOwner asked) {
    return asked.uid().isEmpty() || object.at("/metadata/uid").asText().equals(asked.uid());
  }

  private static Answer metadata(JsonNode object) {
    var found = JsonNodeFactory.instance.objectNode();
    var metadata = found.putObject("metadata");
    for (var field : object.path("metadata").properties()) {
      if (!field.getKey().equals("managedFields")) {
        metadata.set(field.getKey(), field.getValue());
      }
    }
    return new Answer.Found(found);
  }

  private static Answer keys(JsonNode configMap) {
    var found = JsonNodeFactory.instance.objectNode();
    var data = found.putObject("data");
    configMap.path("data").fieldNames().forEachRemaining(key -> data.put(key, ""));
    return new Answer.Found(found);
  }

  private static Answer failed(Throwable failure, Right right) {
    return switch (ApiRefusal.codeOf(failure)) {
      case ApiRefusal.NOT_FOUND -> new Answer.Absent();
      case ApiRefusal.FORBIDDEN -> new Answer.Unanswered(right.text());
      case ApiRefusal.UNAUTHORIZED ->
        new Answer.Unanswered("the API server does not know our credentials (401)");
      default ->
        new Answer.Unanswered("the API server did not answer: " + ApiRefusal.textOf(failure));
    };
  }

  private static CompletionStage<Answer> absent() {
    return answered(new Answer.Absent());
  }

  private static CompletionStage<Answer> answered(Answer answer) {
    return CompletableFuture.completedFuture(answer);
  }
}
