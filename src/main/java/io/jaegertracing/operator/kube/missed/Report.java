package io.jaegertracing.operator.kube.missed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.core.admission.Requester;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.VerificationMode;
import io.jaegertracing.operator.kube.events.Events;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of what was found: once for each controller and reason, however many Pods it has. */
record Report(Events events) {
  private static final Logger LOG = LoggerFactory.getLogger(Report.class);

  /** A bare Pod is told of itself. */
  private record Topic(String uid, Reason reason) {
    static Topic of(Missed missed) {
      return new Topic(
          missed.controller().map(Meta.Owner::uid).orElse(missed.pod().uid()),
          missed.found().finding().reason());
    }
  }

  void tell(List<Missed> all) {
    all.stream()
        .collect(Collectors.groupingBy(Topic::of, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(this::tellOfOne);
  }

  /** That one of its Pods is being made again. */
  void evicted(Missed missed) {
    var detail = "Pod " + missed.pod().name() + " was evicted: it ran without "
        + missed
            .found()
            .finding()
            .instance()
            .map(name -> "the sidecar of " + name)
            .orElse("its sidecar");
    event(
        missed,
        new Finding(Reason.SIDECAR_RESTART, detail, missed.found().finding().instance()));
    LOG.atInfo()
        .addKeyValue("controller", controller(missed))
        .addKeyValue("pod", missed.pod())
        .log("evicted, so that it comes back with its sidecar");
  }

  static String controller(Missed missed) {
    return missed
        .controller()
        .map(owner -> owner.kind() + " " + missed.pod().namespace() + "/" + owner.name())
        .orElseGet(() -> "Pod " + missed.pod());
  }

  private void tellOfOne(List<Missed> same) {
    var first = same.get(0);
    var found = first.found();
    var pods = same.size() == 1 ? "Pod " : same.size() + " Pods, such as ";
    LOG.atWarn()
        .addKeyValue("controller", controller(first))
        .addKeyValue("pods", same.size())
        .addKeyValue("reason", found.finding().reason().code())
        .log(
            "{}{}: {}{}",
            pods,
            first.pod().name(),
            found.finding().detail(),
            found.objection().map(why -> "; evicting it would not help: " + why).orElse(""));
    if (found.mode() != VerificationMode.AUDIT) {
      event(
          first,
          new Finding(
              found.finding().reason(),
              pods + first.pod().name() + ": " + found.finding().detail(),
              found.finding().instance()));
    }
  }

  private void event(Missed missed, Finding finding) {
    events.tell(review(missed), Verdict.unchanged(finding));
  }

  /** Events are about what reviews are about: a Pod without a name stands for its controller. */
  private static Review review(Missed missed) {
    var nodes = JsonNodeFactory.instance;
    var metadata = nodes.objectNode();
    missed
        .controller()
        .ifPresent(owner -> metadata
            .putArray("ownerReferences")
            .addObject()
            .put("apiVersion", owner.apiVersion())
            .put("kind", owner.kind())
            .put("name", owner.name())
            .put("uid", owner.uid())
            .put("controller", true));
    var stored = nodes.objectNode();
    stored.putObject("metadata").put("uid", missed.pod().uid());
    return new Review(
        "admission.k8s.io/v1",
        missed.pod().uid(),
        new Review.Kind("", "v1", "Pod"),
        new Review.Resource("", "v1", "pods"),
        "",
        "UPDATE",
        missed.pod().namespace(),
        missed.controller().isPresent() ? "" : missed.pod().name(),
        false,
        Optional.of(nodes.objectNode().set("metadata", metadata)),
        Optional.of(stored),
        Requester.NOBODY);
  }
}
