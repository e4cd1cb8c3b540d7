package io.jaegertracing.operator.core.admission.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.inject.RandomScenes;
import io.jaegertracing.operator.core.inject.RandomWorkloads;
import io.jaegertracing.operator.core.inject.RandomWorkloads.Sample;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.Scene;
import io.jaegertracing.operator.core.inject.VerificationMode;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.core.inject.WorkloadKinds;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import io.jaegertracing.operator.core.inject.verification.Hindsight;
import io.jaegertracing.operator.support.Seeded;
import io.jaegertracing.operator.support.Trees;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What injection made is never complained of, and what was changed afterwards always is. */
class RandomVerificationTest {
  private static final WorkloadKind POD =
      WorkloadKinds.ALL.ofResource("", "pods").orElseThrow();
  private static final int WORKLOADS = 4;
  private static final int FULL = 20_000 / WORKLOADS;
  private static final int LEAST = 500 / WORKLOADS;

  private int verified;
  private int found;

  @Test
  void whatInjectionMadePassesAndWhatWasChangedIsFound() {
    Seeded.rounds(FULL, LEAST, random -> {
      var scene = RandomScenes.next(random);
      for (var workloads = WORKLOADS; workloads > 0; workloads--) {
        var sample = RandomWorkloads.next(random);
        try {
          check(scene, sample);
        } catch (RuntimeException | AssertionError failure) {
          throw new AssertionError(failure.getMessage() + "\nwith " + sample, failure);
        }
      }
    });
    if (Long.getLong("random.seed") == null) {
      assertThat(verified).isGreaterThan(LEAST / 4);
      assertThat(found).isGreaterThan(LEAST / 4);
    }
  }

  private void check(Scene scene, Sample sample) {
    var workload = Trees.literal(sample.body());
    var verdict = scene.judge(sample.kind(), workload, "CREATE", Scene.NAMESPACE);
    if (isBeyondCompare(sample, verdict.finding().orElseThrow().reason())) {
      return;
    }
    var result = Scene.patched(workload, verdict);
    var around = sample.kind().isPod() ? scene : owning(scene, sample.kind(), result);
    var pod = sample.kind().isPod() ? result : admitted(around, made(sample.kind(), result));
    var isInjected = verdict.finding().orElseThrow().reason() == Reason.INJECTED;
    for (var stored : List.of(pod, defaulted(pod))) {
      var reason = reason(around, stored);
      assertThat(reason).as("%s", verdict.finding()).satisfies(RandomVerificationTest::isNoFinding);
      if (isInjected && !hasOddMetadata(stored)) {
        assertThat(reason).isEqualTo(Reason.UNCHANGED);
        verified++;
      }
    }
    if (isInjected && sample.kind().isPod()) {
      everyChangeIsFound(around, pod);
      assertThat(reason(around, workload)).isIn(Reason.MISSING_SIDECAR, Reason.UNVERIFIED);
    }
  }

  /** A Pod whose owner nobody has injected, even if that asks; a controller that no server stores, and that has no Pods. */
  private static boolean isBeyondCompare(Sample sample, Reason reason) {
    return sample.kind().isPod()
        ? Hindsight.ELSEWHERE.contains(reason)
        : reason == Reason.MALFORMED;
  }

  private void everyChangeIsFound(Scene scene, JsonNode pod) {
    for (var changed : changes(pod)) {
      var reason = reason(scene, changed);
      assertThat(reason)
          .as("%s", changed)
          .isIn(Reason.ALTERED_SIDECAR, Reason.UNVERIFIED, Reason.PORT_CONFLICT);
      found += reason == Reason.ALTERED_SIDECAR ? 1 : 0;
    }
  }

  /** One by one: the container, and each field of it that was rendered. */
  private static List<JsonNode> changes(JsonNode pod) {
    var changes = new ArrayList<JsonNode>();
    var stripped = pod.deepCopy();
    for (var group : List.of("containers", "initContainers")) {
      if (stripped.at("/spec/" + group) instanceof ArrayNode list) {
        for (var i = list.size() - 1; i >= 0; i--) {
          if (list.path(i).path("name").asText().equals(Candidate.AGENT)) {
            list.remove(i);
          }
        }
      }
    }
    changes.add(stripped);
    for (var field : List.of("image", "args", "ports", "restartPolicy")) {
      if (agent(pod).has(field)) {
        var copy = pod.deepCopy();
        agent(copy).remove(field);
        changes.add(copy);
      }
    }
    for (var list : List.of("env", "volumeMounts")) {
      for (var i = 0; i < agent(pod).path(list).size(); i++) {
        var copy = pod.deepCopy();
        ((ArrayNode) agent(copy).path(list)).remove(i);
        changes.add(copy);
      }
    }
    return changes;
  }

  private static ObjectNode agent(JsonNode pod) {
    for (var group : List.of("containers", "initContainers")) {
      for (var container : pod.at("/spec/" + group)) {
        if (container.path("name").asText().equals(Candidate.AGENT)) {
          return (ObjectNode) container;
        }
      }
    }
    throw new AssertionError("no sidecar in " + pod);
  }

  private static void isNoFinding(Reason reason) {
    assertThat(reason).isNotIn(Reason.MISSING_SIDECAR, Reason.ALTERED_SIDECAR);
  }

  /** A Pod's own labels may say that it is none of ours, even where the controller's do not. */
  private static boolean hasOddMetadata(JsonNode pod) {
    return pod.at("/metadata/labels/app").asText().equals("jaeger");
  }

  private static JsonNode defaulted(JsonNode pod) {
    var stored = pod.deepCopy();
    ServerDefaulted.agents(stored.path("spec"));
    ServerDefaulted.volumes(stored.path("spec"));
    return stored;
  }

  /** What a controller makes of its template. */
  private static JsonNode made(WorkloadKind kind, JsonNode controller) {
    var template = kind.templatePath().in(controller);
    var pod = JsonNodeFactory.instance.objectNode();
    var metadata = template.path("metadata") instanceof ObjectNode map
        ? map.deepCopy()
        : JsonNodeFactory.instance.objectNode();
    metadata.put("generateName", "made-");
    metadata
        .putArray("ownerReferences")
        .addObject()
        .put("apiVersion", kind.apiVersion())
        .put("kind", kind.kind())
        .put("name", "controller")
        .put("uid", "u9")
        .put("controller", true);
    pod.set("metadata", metadata);
    pod.set("spec", template.path("spec").deepCopy());
    return pod;
  }

  private static JsonNode admitted(Scene scene, JsonNode pod) {
    return Scene.patched(pod, scene.judge(POD, pod, "CREATE", Scene.NAMESPACE));
  }

  private static Scene owning(Scene scene, WorkloadKind kind, JsonNode controller) {
    var object = JsonNodeFactory.instance.objectNode();
    object.set("metadata", controller.path("metadata"));
    return scene.answering(
        new Lookup.OfOwner(Scene.NAMESPACE, kind.apiVersion(), kind.kind(), "controller", "u9"),
        new Answer.Found(object));
  }

  private static Reason reason(Scene scene, JsonNode pod) {
    var judge = new VerificationJudge(scene.policy(), VerificationMode.DENY);
    var verdict = scene.judge(judge, Scene.review(POD, pod, "CREATE", Scene.NAMESPACE));
    var reason = verdict.finding().orElseThrow().reason();
    assertThat(verdict.isAllowed()).isEqualTo(!reason.isOfFinishedPods());
    return reason;
  }
}
