package io.jaegertracing.operator.kube.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.jaegertracing.operator.core.admission.Requester;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Reason;
import java.util.Optional;

/** Reviews and verdicts as they reach Events. */
final class Reviews {
  private Reviews() {}

  static Review creation(String namespace, String name) {
    return deployment(namespace, name, false, Optional.empty());
  }

  static Review update(String namespace, String name, String uid) {
    return deployment(namespace, name, false, Optional.of(tree("metadata: {uid: " + uid + "}")));
  }

  static Review dryRun(String namespace, String name) {
    return deployment(namespace, name, true, Optional.empty());
  }

  /** Its name is still to be made. */
  static Review pod(String namespace, String metadata) {
    return new Review(
        "admission.k8s.io/v1",
        "1",
        new Review.Kind("", "v1", "Pod"),
        new Review.Resource("", "v1", "pods"),
        "",
        "CREATE",
        namespace,
        "",
        false,
        Optional.of(tree("metadata: " + metadata)),
        Optional.empty(),
        Requester.NOBODY);
  }

  static Verdict verdict(Reason reason, String detail) {
    return Verdict.unchanged(Finding.of(reason, detail));
  }

  private static Review deployment(
      String namespace, String name, boolean dryRun, Optional<JsonNode> old) {
    return new Review(
        "admission.k8s.io/v1",
        "1",
        new Review.Kind("apps", "v1", "Deployment"),
        new Review.Resource("apps", "v1", "deployments"),
        "",
        old.isPresent() ? "UPDATE" : "CREATE",
        namespace,
        name,
        dryRun,
        Optional.of(tree("metadata: {uid: of-the-request}")),
        old,
        Requester.NOBODY);
  }

  private static JsonNode tree(String yaml) {
    try {
      return new YAMLMapper().readTree(yaml);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
