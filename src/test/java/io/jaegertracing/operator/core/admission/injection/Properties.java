package io.jaegertracing.operator.core.admission.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.edit.Edits;
import io.jaegertracing.operator.core.inject.RandomWorkloads.Sample;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.Scene;
import io.jaegertracing.operator.core.inject.decision.Candidate;
import io.jaegertracing.operator.core.inject.sidecar.Removal;
import io.jaegertracing.operator.support.Trees;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** What a verdict about a workload must hold, whatever either is. */
record Properties(Scene scene, Sample sample, JsonNode workload, Verdict verdict, JsonNode result) {
  private static final Set<String> MARKS =
      Set.of(Wellknown.INJECTED, Wellknown.RECORD, Wellknown.REVISION);

  static Properties of(Scene scene, Sample sample) {
    var workload = Trees.literal(sample.body());
    var verdict = scene.judge(sample.kind(), workload, sample.operation(), Scene.NAMESPACE);
    return new Properties(scene, sample, workload, verdict, Scene.patched(workload, verdict));
  }

  void isNeverRefused() {
    assertThat(verdict.isAllowed()).isTrue();
    assertThat(reason()).isNotIn(Reason.INTERNAL_ERROR, Reason.OVERLOADED, Reason.NOT_READY);
  }

  void leavesTheRequestAlone() {
    assertThat(workload).isEqualTo(Trees.literal(sample.body()));
  }

  void givesTheSameBytesForTheSame() {
    var again = judge(Trees.literal(sample.body()));
    var review = Scene.review(sample.kind(), workload, sample.operation(), Scene.NAMESPACE);
    assertThat(again.answer(review).toString()).isEqualTo(verdict.answer(review).toString());
  }

  void thePatchMakesWhatWasEdited() {
    if (verdict.patch().isPresent()) {
      assertThat(Trees.differences(result(), edited())).isEmpty();
    }
  }

  void theResultIsLeftAloneWhenItIsJudgedAgain() {
    var stored = result().deepCopy();
    ServerDefaulted.agents(sample.kind().podPath().in(stored));
    ServerDefaulted.volumes(sample.kind().podPath().in(stored));
    for (var tree : List.of(result(), stored)) {
      var operation = sample.kind().operations().contains("UPDATE") ? "UPDATE" : "CREATE";
      var again = scene.judge(sample.kind(), tree, operation, Scene.NAMESPACE);
      assertThat(again.patch())
          .as("after %s again %s", reason(), again.finding())
          .isEmpty();
    }
  }

  void nothingIsChanged() {
    assertThat(verdict.patch()).isEmpty();
  }

  void thereIsOneAgent() {
    var agents = 0;
    for (var group : List.of("containers", "initContainers")) {
      for (var container : sample.kind().podPath().in(result()).path(group)) {
        agents += container.path("name").asText().equals(Candidate.AGENT) ? 1 : 0;
      }
    }
    assertThat(agents).isEqualTo(1);
  }

  /** A native sidecar comes in front of the other init containers; all other lists grow at their ends. */
  void nothingOfTheUserIsChanged() {
    keeps(workload, result(), "");
  }

  private void keeps(JsonNode before, JsonNode after, String place) {
    if (before instanceof ObjectNode map) {
      assertThat(after.isObject()).as(place).isTrue();
      map.properties().stream()
          .filter(field -> !MARKS.contains(field.getKey()))
          .forEach(field ->
              keeps(field.getValue(), after.path(field.getKey()), place + "/" + field.getKey()));
    } else if (before instanceof ArrayNode list) {
      var shift = place.endsWith("/initContainers") ? after.size() - list.size() : 0;
      assertThat(after.size()).as(place).isGreaterThanOrEqualTo(list.size());
      for (var i = 0; i < list.size(); i++) {
        keeps(list.get(i), after.path(i + shift), place + "/" + i);
      }
    } else if (!before.isNull() || !after.isContainerNode()) {
      assertThat(after).as(place).isEqualTo(before);
      assertThat(after.toString()).as(place).isEqualTo(before.toString());
    }
  }

  void removalTakesAwayWhatInjectionAdded() {
    var unwanted = asking(result(), "false");
    assertThat(Trees.differences(bare(removed(unwanted)), bare(asking(workload, "false"))))
        .isEmpty();
  }

  /** A Pod is never changed after it was created; what would be taken away from it is known all the same. */
  private JsonNode removed(JsonNode injected) {
    if (sample.kind().isPod()) {
      var edits = new Edits(injected);
      Removal.from(edits, candidate(injected));
      return edits.tree();
    }
    var removal = judge(injected);
    assertThat(removal.finding().orElseThrow().reason()).isEqualTo(Reason.REMOVED);
    return Scene.patched(injected, removal);
  }

  private JsonNode bare(JsonNode tree) {
    var copy = tree.deepCopy();
    for (var metadata :
        List.of(copy.path("metadata"), sample.kind().templatePath().in(copy).path("metadata"))) {
      for (var texts : List.of(metadata.path("annotations"), metadata.path("labels"))) {
        if (texts instanceof ObjectNode map) {
          map.remove(MARKS);
        }
      }
    }
    return Trees.withoutEmpty(copy);
  }

  /** A copy with this annotation. */
  static JsonNode asking(JsonNode workload, String value) {
    var copy = (ObjectNode) workload.deepCopy();
    var metadata =
        copy.path("metadata") instanceof ObjectNode map ? map : copy.putObject("metadata");
    var annotations = metadata.path("annotations") instanceof ObjectNode map
        ? map
        : metadata.putObject("annotations");
    annotations.put(Wellknown.INJECT, value);
    return copy;
  }

  private JsonNode edited() {
    return new Carried(scene, candidate(workload)).tree();
  }

  private Candidate candidate(JsonNode tree) {
    return Candidate.of(
        sample.kind(), sample.operation(), "", Scene.NAMESPACE, tree, scene.policy());
  }

  private Verdict judge(JsonNode tree) {
    return scene.judge(sample.kind(), tree, sample.operation(), Scene.NAMESPACE);
  }

  Reason reason() {
    return verdict.finding().orElseThrow().reason();
  }
}
