package io.jaegertracing.operator.core.admission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The answer to a review: refused or not, what the user shall read, and what the audit log shall keep. */
public record Verdict(
    Optional<Refusal> refusal, List<String> warnings, SortedMap<String, String> audit) {
  private static final Verdict NOTHING_TO_SAY =
      new Verdict(Optional.empty(), List.of(), new TreeMap<>());

  public Verdict {
    warnings = Warnings.shown(warnings);
    audit = Collections.unmodifiableSortedMap(new TreeMap<>(audit));
  }

  public static Verdict allowed() {
    return NOTHING_TO_SAY;
  }

  public boolean isAllowed() {
    return refusal.isEmpty();
  }

  /** In the version in which it was asked; equal verdicts give equal bytes. */
  public ObjectNode answer(Review asked) {
    var review = JsonNodeFactory.instance.objectNode();
    review.put("apiVersion", asked.apiVersion()).put("kind", "AdmissionReview");
    var response = review.putObject("response");
    response.put("uid", asked.uid()).put("allowed", isAllowed());
    refusal.ifPresent(why -> explain(why, asked, response.putObject("status")));
    if (!warnings.isEmpty()) {
      warnings.forEach(response.putArray("warnings")::add);
    }
    if (!audit.isEmpty()) {
      audit.forEach(response.putObject("auditAnnotations")::put);
    }
    return review;
  }

  private static void explain(Refusal refusal, Review asked, ObjectNode status) {
    status
        .put("status", "Failure")
        .put("code", refusal.code())
        .put("reason", refusal.reason())
        .put("message", refusal.message());
    var details = status.putObject("details");
    details
        .put("group", asked.kind().group())
        .put("kind", asked.kind().kind())
        .put("name", asked.name());
    var causes = details.putArray("causes");
    refusal
        .causes()
        .forEach(cause -> causes
            .addObject()
            .put("reason", cause.reason())
            .put("field", cause.field())
            .put("message", cause.message()));
  }
}
