package io.jaegertracing.operator.core.admission.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.RandomScenes;
import io.jaegertracing.operator.core.inject.RandomWorkloads;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.core.inject.Scene;
import io.jaegertracing.operator.support.Seeded;
import io.jaegertracing.operator.support.Trees;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every workload in every cluster; each property is a method of {@link Properties}. */
class RandomInjectionTest {
  /** With as many workloads each. */
  private static final int WORKLOADS = 4;

  private static final int FULL = 20_000 / WORKLOADS;
  private static final int LEAST = 500 / WORKLOADS;

  private final Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);

  @Test
  void everyPropertyHoldsForRandomWorkloads() {
    Seeded.rounds(FULL, LEAST, random -> {
      var scene = RandomScenes.next(random);
      for (var workloads = WORKLOADS; workloads > 0; workloads--) {
        var sample = RandomWorkloads.next(random);
        try {
          reasons.merge(check(scene, sample), 1, Integer::sum);
        } catch (RuntimeException | AssertionError failure) {
          throw new AssertionError(failure.getMessage() + "\nwith " + sample, failure);
        }
      }
    });
    // Were most left alone, little would be tested; one round alone proves nothing of the share.
    var all = reasons.values().stream().mapToInt(Integer::intValue).sum();
    if (all > WORKLOADS) {
      assertThat(reasons.getOrDefault(Reason.INJECTED, 0) * 8).as("%s", reasons).isGreaterThan(all);
    }
  }

  private static Reason check(Scene scene, RandomWorkloads.Sample sample) {
    var properties = Properties.of(scene, sample);
    properties.isNeverRefused();
    properties.leavesTheRequestAlone();
    properties.givesTheSameBytesForTheSame();
    properties.thePatchMakesWhatWasEdited();
    properties.theResultIsLeftAloneWhenItIsJudgedAgain();
    var reason = properties.reason();
    if (reason == Reason.INJECTED) {
      properties.thereIsOneAgent();
      properties.nothingOfTheUserIsChanged();
      properties.removalTakesAwayWhatInjectionAdded();
    } else if (reason != Reason.UPDATED && reason != Reason.REMOVED) {
      properties.nothingIsChanged();
    }
    return reason;
  }

  @Test
  void aSwitchToAnotherJaegerIsAsIfThatHadBeenInjectedAtOnce() {
    Seeded.rounds(FULL, LEAST, random -> {
      var scenes = new RandomScenes(random);
      var scene = RandomScenes.next(random)
          .with(scenes.instance("obs", "a1", false), scenes.instance("shop", "b1", false));
      var sample = RandomWorkloads.next(random);
      var first = asking("obs/a1", sample);
      var second = asking("shop/b1", sample);
      if (first.isEmpty() || sample.kind().isPod()) {
        return;
      }
      var one = scene.judge(sample.kind(), first.get(), "CREATE", Scene.NAMESPACE);
      var other = scene.judge(sample.kind(), second.get(), "CREATE", Scene.NAMESPACE);
      if (isInjected(one) && isInjected(other)) {
        var changed = Properties.asking(Scene.patched(first.get(), one), "shop/b1");
        var switched = scene.judge(sample.kind(), changed, "CREATE", Scene.NAMESPACE);
        assertThat(Trees.differences(
                inOrder(sample, Scene.patched(changed, switched)),
                inOrder(sample, Scene.patched(second.get(), other))))
            .as("%s", sample)
            .isEmpty();
      }
    });
  }

  private static Optional<JsonNode> asking(String value, RandomWorkloads.Sample sample) {
    var workload = Trees.literal(sample.body());
    return workload.path("metadata").isObject()
            && !workload.path("metadata").path("annotations").isValueNode()
        ? Optional.of(Properties.asking(workload, value))
        : Optional.empty();
  }

  private static boolean isInjected(Verdict verdict) {
    return verdict.finding().orElseThrow().reason() == Reason.INJECTED;
  }

  /** Volumes and pull secrets are sets; which of two Jaegers came first shows in their order alone. */
  private static JsonNode inOrder(RandomWorkloads.Sample sample, JsonNode workload) {
    var tree = Trees.withoutEmpty(workload);
    var pod = sample.kind().podPath().in(tree);
    for (var field : List.of("volumes", "imagePullSecrets")) {
      if (pod.path(field).isArray()) {
        var texts = new TreeSet<String>();
        pod.path(field).forEach(item -> texts.add(item.toString()));
        ((ObjectNode) pod).put(field, texts.toString());
      }
    }
    return tree;
  }
}
