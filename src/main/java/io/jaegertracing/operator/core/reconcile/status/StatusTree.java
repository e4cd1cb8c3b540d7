package io.jaegertracing.operator.core.reconcile.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.SortedJson;
import io.jaegertracing.operator.core.reconcile.Desired;
import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.core.reconcile.existing.Place;
import io.jaegertracing.operator.core.reconcile.status.Standing.Matter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The status of a Jaeger as it is written: what kubectl wait, kstatus and people look at. */
public final class StatusTree {
  private static final int LONGEST_MESSAGE = 4096;
  private static final String RUNNING = "Running";

  private final Standing standing;
  private final JsonNode previous;
  private final Instant now;

  private StatusTree(Standing standing, JsonNode previous, Instant now) {
    this.standing = standing;
    this.previous = previous;
    this.now = now;
  }

  /** Equal to the previous one, field by field, when there is nothing new. */
  public static ObjectNode of(Standing standing, JsonNode previous, Instant now) {
    return new StatusTree(standing, previous, now).tree();
  }

  /** How much it matters that people see it. */
  public enum News {
    NONE,
    /** Counts and words: how far it has come. */
    PROGRESS,
    /** Something that others may wait for. */
    TURN
  }

  /** What writing it would change. */
  public static News news(ObjectNode status, JsonNode previous) {
    if (isSame(status, previous)) {
      return News.NONE;
    }
    return isSame(turns(status), turns(previous)) ? News.PROGRESS : News.TURN;
  }

  private static boolean isSame(JsonNode status, JsonNode previous) {
    return status.properties().stream()
        .allMatch(field -> SortedJson.text(field.getValue())
            .equals(SortedJson.text(previous.path(field.getKey()))));
  }

  private static ObjectNode turns(JsonNode status) {
    var turns = JsonNodeFactory.instance.objectNode();
    for (var name : List.of("phase", "version", "observedGeneration", "completedJobs")) {
      turns.put(name, SortedJson.text(status.path(name)));
    }
    for (var condition : status.path("conditions")) {
      turns.put(
          "condition " + condition.path("type").asText(),
          condition.path("status").asText() + " " + condition.path("reason").asText());
    }
    return turns;
  }

  private ObjectNode tree() {
    var tree = JsonNodeFactory.instance.objectNode();
    tree.put("phase", phase());
    tree.put(
        "version", standing.version().orElseGet(() -> previous.path("version").asText()));
    tree.put("observedGeneration", standing.generation());
    conditions(tree);
    if (standing.refusals().isEmpty()) {
      components(tree);
      Endpoints.of(standing.desired(), standing.family(), tree.putArray("endpoints"));
    }
    standing.agenda().filter(agenda -> !agenda.done().isEmpty()).ifPresent(agenda -> {
      var jobs = tree.putObject("completedJobs");
      agenda.done().forEach(jobs::put);
    });
    return tree;
  }

  /** In one word, as the Go operator has it: one that ran goes on running while something is rolled out. */
  private String phase() {
    if (standing.trouble().isPresent()) {
      return "Failed";
    }
    return standing.progress().isEmpty() || previous.path("phase").asText().equals(RUNNING)
        ? RUNNING
        : "";
  }

  private void conditions(ObjectNode tree) {
    var conditions = tree.putArray("conditions");
    var trouble = standing.trouble();
    var progress = standing.progress().filter(any -> trouble.isEmpty());
    var both = trouble.or(() -> progress);
    conditions.add(condition("Ready", both.isEmpty(), both.orElseGet(this::well)));
    conditions.add(condition(
        "Progressing",
        progress.isPresent(),
        progress.orElse(new Matter("Settled", "nothing is being changed"))));
    conditions.add(condition(
        "Degraded",
        trouble.isPresent(),
        trouble.orElse(new Matter("AsExpected", "nothing is wrong"))));
    var refused =
        Optional.of(standing.refusals()).filter(all -> !all.isEmpty()).flatMap(any -> trouble);
    var storage = standing.storage().or(() -> refused);
    conditions.add(condition(
        "StorageReady",
        storage.isEmpty(),
        storage.orElse(
            new Matter("StorageReady", "what the operator does for the storage is done"))));
    conditions.add(condition(
        "InjectionReady",
        refused.isEmpty(),
        refused.orElse(new Matter("InjectionReady", "workloads can get its sidecar"))));
    // Present only when it holds, as kstatus wants it: nothing will change until somebody does
    // something.
    trouble.ifPresent(matter -> conditions.add(condition("Stalled", true, matter)));
  }

  private Matter well() {
    var leftOut = standing.leftOut().map(Place::toString).collect(Collectors.joining(", "));
    return new Matter(
        "Ready",
        leftOut.isEmpty()
            ? "everything runs as it should"
            : "everything runs as it should, but the cluster does not serve the kind of " + leftOut
                + ": install the operator of Prometheus");
  }

  private ObjectNode condition(String type, boolean holds, Matter matter) {
    var status = holds ? "True" : "False";
    var before = before(type).filter(old -> old.path("status").asText().equals(status));
    var condition = JsonNodeFactory.instance.objectNode();
    condition.put("type", type);
    condition.put("status", status);
    condition.put("observedGeneration", standing.generation());
    condition.put(
        "lastTransitionTime",
        before
            .map(old -> old.path("lastTransitionTime").asText())
            .filter(time -> !time.isEmpty())
            .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString()));
    condition.put("reason", matter.reason());
    condition.put("message", cut(matter.message()));
    return condition;
  }

  private Optional<JsonNode> before(String type) {
    for (var condition : previous.path("conditions")) {
      if (condition.path("type").asText().equals(type)) {
        return Optional.of(condition);
      }
    }
    return Optional.empty();
  }

  private void components(ObjectNode tree) {
    var components = tree.putArray("components");
    standing.workloads().forEach(one -> {
      var component = components.addObject();
      component.put("name", name(one));
      component.put(
          "image", one.tree().at("/spec/template/spec/containers/0/image").asText());
      standing
          .family()
          .own(one.place())
          .map(Child::state)
          .ifPresent(state -> counts(one.place().kind(), state, component));
    });
  }

  private static void counts(OwnedKind kind, JsonNode state, ObjectNode component) {
    var status = state.path("status");
    var daemons = kind == OwnedKind.DAEMON_SET;
    component.put(
        "desiredReplicas",
        daemons
            ? status.path("desiredNumberScheduled").asInt()
            : state.at("/spec/replicas").asInt(1));
    component.put(
        "readyReplicas", status.path(daemons ? "numberReady" : "readyReplicas").asInt());
  }

  private static String name(Desired one) {
    return one.tree().at("/metadata/labels").path(Wellknown.APP_COMPONENT).asText();
  }

  private static String cut(String text) {
    return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "…" : text;
  }
}
