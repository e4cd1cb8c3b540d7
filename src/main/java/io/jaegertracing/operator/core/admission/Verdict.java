package io.jaegertracing.operator.core.admission;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Reason.Shown;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answer to a review: refused or not, what changes, what the user shall read, what the audit log shall keep, and what came out for a workload.
 *
 * @param patch RFC 6902 operations; absent when nothing changes
 * @param shown who is told of what came out
 */
public record Verdict(
    Optional<Refusal> refusal,
    Optional<ArrayNode> patch,
    List<String> warnings,
    SortedMap<String, String> audit,
    Optional<Finding> finding,
    Shown shown)
    implements Ruling {
  private static final Verdict NOTHING_TO_SAY = of(Optional.empty(), List.of(), new TreeMap<>());

  public Verdict {
    warnings = Warnings.shown(warnings);
    audit = Collections.unmodifiableSortedMap(new TreeMap<>(audit));
  }

  public static Verdict allowed() {
    return NOTHING_TO_SAY;
  }

  /** About an object that is no workload. */
  public static Verdict of(
      Optional<Refusal> refusal, List<String> warnings, SortedMap<String, String> audit) {
    return new Verdict(refusal, Optional.empty(), warnings, audit, Optional.empty(), Shown.RECORD);
  }

  /** Of a workload that stays as it is, whatever the reason; warned of if somebody should act. */
  public static Verdict unchanged(Finding finding) {
    return about(finding, Optional.empty(), List.of());
  }

  /** Of a workload: the reason comes first among the warnings, if somebody should act. */
  public static Verdict about(Finding finding, Optional<ArrayNode> patch, List<String> notes) {
    var reason = finding.reason();
    var warnings = new ArrayList<String>();
    if (reason.isWarning()) {
      warnings.add("no sidecar: " + finding.text());
    }
    warnings.addAll(notes);
    return new Verdict(
        Optional.empty(), patch, warnings, audit(finding), Optional.of(finding), reason.shown());
  }

  /** What the audit log keeps of it. */
  public static SortedMap<String, String> audit(Finding finding) {
    var audit = new TreeMap<String, String>();
    audit.put("reason", finding.reason().code());
    finding.instance().ifPresent(instance -> audit.put("instance", instance));
    if (!finding.detail().isEmpty()) {
      audit.put("detail", finding.detail());
    }
    return audit;
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
    patch.ifPresent(operations -> response
        .put("patchType", "JSONPatch")
        .put("patch", operations.toString().getBytes(StandardCharsets.UTF_8)));
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
