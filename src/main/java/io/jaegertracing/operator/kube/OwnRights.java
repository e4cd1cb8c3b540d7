package io.jaegertracing.operator.kube;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.kube.cache.Caches.Sight;
import io.jaegertracing.operator.kube.platform.RouteGroup;
import java.util.stream.Stream;

/** What this operator itself may do, as the API server has it: whoever asks before gets no refusals. */
public record OwnRights(RawApi api) {
  private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

  /** What of the whole cluster may be followed. */
  Sight sight() {
    return new Sight(
        mayFollow("apiextensions.k8s.io", "customresourcedefinitions", "jaegers.jaegertracing.io"),
        mayFollow("", "namespaces", ""),
        mayFollow("", "nodes", ""));
  }

  /** Whether a cluster that becomes an OpenShift can be noticed. */
  boolean mayFollowPlatform() {
    return mayFollow("apiregistration.k8s.io", "apiservices", RouteGroup.SIGN.name());
  }

  /** Whether accounts of ours may be allowed to ask the API server who somebody is. */
  public boolean mayBindDelegators() {
    return may("bind", "rbac.authorization.k8s.io", "clusterroles", "system:auth-delegator")
        && may("create", "rbac.authorization.k8s.io", "clusterrolebindings", "");
  }

  private boolean mayFollow(String group, String resource, String name) {
    return Stream.of("list", "watch").allMatch(verb -> may(verb, group, resource, name));
  }

  /** Where nobody answers, trying shows it. */
  private boolean may(String verb, String group, String resource, String name) {
    var review = JsonNodeFactory.instance.objectNode();
    review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectAccessReview");
    review
        .putObject("spec")
        .putObject("resourceAttributes")
        .put("verb", verb)
        .put("group", group)
        .put("resource", resource)
        .put("name", name);
    try {
      return api.post(REVIEWS, review).at("/status/allowed").asBoolean();
    } catch (ApiFailure unanswered) {
      return true;
    }
  }
}
