package io.jaegertracing.operator.core.admission.injection;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.admission.Facts;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Question;
import io.jaegertracing.operator.core.admission.Refusal;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Ruling;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.edit.Edits;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Ledger;
import io.jaegertracing.operator.core.inject.Policy;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.Reason.Shown;
import io.jaegertracing.operator.core.inject.VerificationMode;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.core.inject.WorkloadKinds;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import io.jaegertracing.operator.core.inject.decision.Decision;
import io.jaegertracing.operator.core.inject.decision.InjectionRules;
import io.jaegertracing.operator.core.inject.sidecar.Removal;
import io.jaegertracing.operator.core.inject.sidecar.Seal;
import io.jaegertracing.operator.core.inject.sidecar.Sidecar;
import io.jaegertracing.operator.core.inject.verification.Hindsight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Looks at Pods as they will be stored: whether the sidecar that is asked for is there, and as injection left it. Refuses a Pod only where its
 * namespace wants that, and only when nothing is left open.
 *
 * @param usual for namespaces that do not say what becomes of their Pods
 */
public record VerificationJudge(Policy policy, VerificationMode usual) implements Judge {
  private static final WorkloadKind POD =
      WorkloadKinds.ALL.ofResource("", "pods").orElseThrow();

  @Override
  public boolean failsOpen() {
    return true;
  }

  @Override
  public Ruling judge(Review review, Facts facts) {
    if (!review.resource().group().isEmpty()
        || !review.resource().resource().equals(POD.resource())
        || review.object().isEmpty()) {
      return passed(Finding.of(Reason.NOT_A_WORKLOAD, ""));
    }
    var pod = Candidate.of(
        POD,
        review.operation(),
        review.subResource(),
        review.namespace(),
        review.object().get(),
        policy);
    return InjectionRules.early(pod)
        .map(decision -> ((Decision.Skip) decision).finding())
        .filter(finding -> !Hindsight.ELSEWHERE.contains(finding.reason()))
        .<Ruling>map(VerificationJudge::passed)
        .orElseGet(() -> inItsMode(pod, facts));
  }

  private Ruling inItsMode(Candidate pod, Facts facts) {
    if (!facts.snapshot().isComplete()) {
      return passed(Finding.of(Reason.NOT_READY, "the operator has not read the cluster yet"));
    }
    var namespace = new Gathering(pod, facts);
    var chosen = VerificationMode.of(namespace.namespace(), usual);
    if (!namespace.questions().isEmpty()) {
      return new Question(namespace.questions());
    }
    if (chosen.mode() == VerificationMode.OFF) {
      return Verdict.of(Optional.empty(), chosen.warnings(), audit(chosen.mode()));
    }
    if (pod.ledger().isPresent() && broken(pod).isEmpty()) {
      var detail = "the sidecar of " + pod.ledger().get().instance();
      return verdict(Finding.of(Reason.UNCHANGED, detail), pod, chosen);
    }
    var gathering = new Gathering(pod, facts);
    var complete = gathering.complete();
    return gathering.questions().isEmpty()
        ? verdict(certain(found(complete), gathering.unanswered()), pod, chosen)
        : new Question(gathering.questions());
  }

  /** Nobody is accused on half of the evidence. */
  private static Finding certain(Finding finding, List<String> unanswered) {
    return finding.reason().isOfFinishedPods() && !unanswered.isEmpty()
        ? Finding.of(Reason.UNVERIFIED, "").and(unanswered)
        : finding.and(unanswered);
  }

  private static Finding found(Candidate pod) {
    Hindsight hindsight;
    try {
      var bare = isOurs(pod) ? bare(pod) : pod;
      hindsight = Hindsight.of(bare);
      if (hindsight.decision() instanceof Decision.Inject inject) {
        // Tried, not kept: into what is misshapen nothing could have been put.
        Sidecar.into(new Edits(bare.workload()), bare, inject, configMap -> Optional.empty());
      }
    } catch (Edits.WrongShape wrong) {
      return Finding.of(Reason.MALFORMED, String.valueOf(wrong.getMessage()));
    }
    if (hindsight.decision() instanceof Decision.Skip skip) {
      return skip.finding();
    }
    if (hindsight.decision() instanceof Decision.Remove remove) {
      return remove.finding();
    }
    var instance = ((Decision.Inject) hindsight.decision()).instance().key();
    if (isOurs(pod)) {
      return judged(pod, instance);
    }
    return hindsight.isOfAnEarlierTemplate()
        ? Finding.of(
            Reason.DECIDED_BY_OWNER, "the Pod is made from a template of before the injection")
        : new Finding(
            Reason.MISSING_SIDECAR,
            "the sidecar of " + instance + " is asked for and is not there",
            Optional.of(instance));
  }

  private static Finding judged(Candidate pod, String instance) {
    var broken = broken(pod);
    if (broken.isEmpty()) {
      return Finding.of(Reason.UNCHANGED, "a sidecar without a record");
    }
    var detail = pod.hasAgent()
        ? "not as they were written into the container jaeger-agent: " + String.join(", ", broken)
        : "the container jaeger-agent was taken away";
    var recorded = pod.ledger().map(Ledger::instance).filter(key -> !key.isEmpty());
    return new Finding(Reason.ALTERED_SIDECAR, detail, Optional.of(recorded.orElse(instance)));
  }

  private static List<String> broken(Candidate pod) {
    var broken = new ArrayList<>(
        Seal.broken(pod.ledger().map(Ledger::seal).orElseGet(TreeMap::new), pod.pod()));
    if (!pod.hasAgent()) {
      broken.add(Candidate.AGENT);
    }
    return broken;
  }

  /** The Go operator left its label on the controller alone. */
  private static boolean isOurs(Candidate pod) {
    var metas =
        Stream.concat(Stream.of(pod.meta()), pod.owners().stream().map(Candidate.Owned::meta));
    return pod.ledger().isPresent()
        || (pod.hasAgent()
            && metas.anyMatch(
                meta -> !meta.labels().getOrDefault(Wellknown.INJECTED, "").isEmpty()));
  }

  private static Candidate bare(Candidate pod) {
    var edits = new Edits(pod.workload());
    Removal.from(edits, pod);
    return Candidate.of(
            pod.kind(),
            pod.operation(),
            pod.subResource(),
            pod.namespace(),
            edits.tree(),
            pod.policy())
        .in(pod.owners(), pod.surroundings());
  }

  private static Verdict verdict(Finding finding, Candidate pod, VerificationMode.Chosen chosen) {
    if (!finding.reason().isOfFinishedPods()) {
      return told(finding, Shown.RECORD, Optional.empty(), chosen);
    }
    return switch (chosen.mode()) {
      case OFF, AUDIT -> told(finding, Shown.RECORD, Optional.empty(), chosen);
      case WARN -> told(finding, Shown.WARNING, Optional.empty(), chosen);
      // There will be no Pod for an Event, and whoever wanted it reads why.
      case DENY -> told(finding, Shown.RECORD, Optional.of(refusal(finding, pod)), chosen);
    };
  }

  private static Verdict told(
      Finding finding, Shown shown, Optional<Refusal> refusal, VerificationMode.Chosen chosen) {
    var audit = audit(chosen.mode());
    audit.putAll(Verdict.audit(finding));
    var warnings = Stream.concat(
            Stream.of(finding.text()).filter(text -> shown == Shown.WARNING),
            chosen.warnings().stream())
        .toList();
    return new Verdict(refusal, Optional.empty(), warnings, audit, Optional.of(finding), shown);
  }

  /** Of what is none of ours, or not known, whatever the mode is. */
  private static Verdict passed(Finding finding) {
    return new Verdict(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Verdict.audit(finding),
        Optional.of(finding),
        Shown.RECORD);
  }

  private static Refusal refusal(Finding finding, Candidate pod) {
    var message = "Pod " + pod.namespace() + "/" + name(pod.workload()) + ": " + finding.text()
        + ". " + finding.reason().remedy() + " It is refused because of " + Wellknown.VERIFY
        + ": deny on the namespace or --verify-injection=deny.";
    return new Refusal(403, "Forbidden", message, List.of());
  }

  private static SortedMap<String, String> audit(VerificationMode mode) {
    return new TreeMap<>(Map.of("mode", mode.word()));
  }

  private static String name(JsonNode pod) {
    var name = pod.at("/metadata/name").asText();
    return name.isEmpty() ? pod.at("/metadata/generateName").asText() + "…" : name;
  }
}
