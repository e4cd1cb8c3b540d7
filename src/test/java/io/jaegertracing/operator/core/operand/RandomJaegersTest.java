package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jaegertracing.operator.core.plan.Images;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.KubernetesVersion;
import io.jaegertracing.operator.core.plan.Planned;
import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.core.plan.reading.Planner;
import io.jaegertracing.operator.documents.Document;
import io.jaegertracing.operator.documents.JaegerReader;
import io.jaegertracing.operator.documents.YamlText;
import io.jaegertracing.operator.support.Seeded;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

class RandomJaegersTest {
  private static final int FULL_COUNT = 5_000;
  private static final int LEAST = 500;

  private final AtomicInteger all = new AtomicInteger();
  private final AtomicInteger ready = new AtomicInteger();

  @Test
  void everyJaegerIsRefusedWithReasonsOrBecomesObjectsThatAreSound() {
    Seeded.rounds(FULL_COUNT, LEAST, random -> {
      var jaeger = RandomJaegers.of(random).next().toString();
      try {
        judge(jaeger, platform(random));
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError(failure.getMessage() + "\nwith " + jaeger, failure);
      }
    });
    // Were most refused, little would be tested; one seed alone proves nothing of the share.
    if (all.get() > 1) {
      assertThat(ready.get() * 3).isGreaterThan(Math.min(all.get(), LEAST));
    }
  }

  private void judge(String jaeger, Platform platform) {
    all.incrementAndGet();
    var planned = plan(jaeger, platform);
    if (planned instanceof Planned.Ready plan) {
      ready.incrementAndGet();
      var objects = Operands.desired(plan.plan());
      var again = Operands.desired(((Planned.Ready) plan(jaeger, platform)).plan());
      assertThat(text(again)).isEqualTo(text(objects));
      if (Soundness.isName(plan.plan().owner().name())) {
        new Soundness(objects, plan.plan().strategy() == Strategy.ALL_IN_ONE).check();
      }
    } else {
      assertThat(((Planned.Refused) planned).reasons())
          .isNotEmpty()
          .allMatch(reason -> reason.lines().count() == 1);
    }
  }

  private static Planned plan(String jaeger, Platform platform) {
    return Planner.plan(JaegerReader.read(new Document("random", 1, jaeger).tree()), platform);
  }

  private static String text(List<HasMetadata> objects) {
    return objects.stream().map(YamlText::of).collect(joining());
  }

  private static Platform platform(Seeded random) {
    return new Platform(
        random.chance(50),
        "batch/v1",
        "autoscaling/v2",
        random.chance(30) ? Optional.of("nginx") : Optional.empty(),
        random.chance(50),
        new Images(
            Arrays.stream(Images.Component.values())
                .collect(toMap(component -> component, component -> "example/" + component)),
            "1.76.0",
            "1.62.0"),
        random.chance(30) ? Map.of("HTTP_PROXY", "http://p", "NO_PROXY", "") : Map.of(),
        random.chance(30) ? Optional.of("https://docs") : Optional.empty(),
        random.chance(50),
        new KubernetesVersion(1, random.chance(50) ? 36 : 27));
  }
}
