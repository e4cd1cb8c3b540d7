package io.jaegertracing.operator.kube.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.core.admission.Lookup.OfRight;

/** The question whether somebody has a right, as the API server understands it. */
final class AccessReview {
  private AccessReview() {}

  static JsonNode of(OfRight asked) {
    var review = JsonNodeFactory.instance.objectNode();
    review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SubjectAccessReview");
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
