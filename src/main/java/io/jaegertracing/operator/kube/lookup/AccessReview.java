package io.jaegertracing.operator.kube.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.core.admission.Lookup.OfRight;

/**
 * The question whether somebody has a right, as the API server understands it.
 *
 * @param namespace in which alone rights are asked for, and the question itself takes a right; empty for any
 */
record AccessReview(String namespace) {
  private static final String ROOT = "/apis/authorization.k8s.io/v1/";

  String path() {
    return namespace.isEmpty()
        ? ROOT + "subjectaccessreviews"
        : ROOT + "namespaces/" + namespace + "/localsubjectaccessreviews";
  }

  /** As roles name it. */
  String resource() {
    return (namespace.isEmpty() ? "" : "local") + "subjectaccessreviews.authorization.k8s.io";
  }

  JsonNode of(OfRight asked) {
    var review = JsonNodeFactory.instance.objectNode();
    review
        .put("apiVersion", "authorization.k8s.io/v1")
        .put("kind", namespace.isEmpty() ? "SubjectAccessReview" : "LocalSubjectAccessReview");
    if (!namespace.isEmpty()) {
      review.putObject("metadata").put("namespace", namespace);
    }
    var spec = review.putObject("spec");
    var requester = asked.requester();
    spec.put("user", requester.name()).put("uid", requester.uid());
    requester.groups().forEach(spec.putArray("groups")::add);
    var extra = spec.putObject("extra");
    requester.extra().forEach((key, values) -> values.forEach(extra.putArray(key)::add));
    spec.putObject("resourceAttributes")
        .put("verb", "create")
        .put("group", asked.group())
        .put("resource", asked.resource())
        .put("namespace", asked.namespace());
    return review;
  }
}
