package io.jaegertracing.operator.core.admission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One question of an API server. The trees are the request's own: nobody changes them. */
public record Review(
    String apiVersion,
    String uid,
    Kind kind,
    Resource resource,
    String subResource,
    String operation,
    String namespace,
    String name,
    boolean dryRun,
    Optional<JsonNode> object,
    Optional<JsonNode> oldObject,
    Requester requester) {
  private static final Set<String> VERSIONS =
      Set.of("admission.k8s.io/v1", "admission.k8s.io/v1beta1");

  public record Kind(String group, String version, String kind) {}

  public record Resource(String group, String version, String resource) {}

  /** Empty for whatever is no review that can be answered. */
  public static Optional<Review> of(JsonNode tree) {
    var request = tree.path("request");
    return isReview(tree) && isRequest(request)
        ? Optional.of(read(text(tree, "apiVersion"), request))
        : Optional.empty();
  }

  private static boolean isReview(JsonNode tree) {
    return text(tree, "kind").equals("AdmissionReview")
        && VERSIONS.contains(text(tree, "apiVersion"));
  }

  private static boolean isRequest(JsonNode request) {
    return !text(request, "uid").isEmpty()
        && Stream.of("uid", "subResource", "operation", "namespace", "name")
            .map(request::path)
            .allMatch(field -> isAbsent(field) || field.isTextual())
        && Stream.of("kind", "resource", "object", "oldObject")
            .map(request::path)
            .allMatch(field -> isAbsent(field) || field.isObject())
        && (isAbsent(request.path("dryRun")) || request.path("dryRun").isBoolean());
  }

  private static Review read(String apiVersion, JsonNode request) {
    var kind = request.path("kind");
    var resource = request.path("resource");
    return new Review(
        apiVersion,
        text(request, "uid"),
        new Kind(text(kind, "group"), text(kind, "version"), text(kind, "kind")),
        new Resource(
            text(resource, "group"), text(resource, "version"), text(resource, "resource")),
        text(request, "subResource"),
        text(request, "operation"),
        text(request, "namespace"),
        text(request, "name"),
        request.path("dryRun").asBoolean(),
        tree(request, "object"),
        tree(request, "oldObject"),
        Requester.of(request.path("userInfo")));
  }

  private static boolean isAbsent(JsonNode field) {
    return field.isMissingNode() || field.isNull();
  }

  private static String text(JsonNode tree, String field) {
    return tree.path(field).textValue() == null ? "" : tree.path(field).textValue();
  }

  private static Optional<JsonNode> tree(JsonNode request, String field) {
    return Optional.of(request.path(field)).filter(JsonNode::isObject);
  }
}
