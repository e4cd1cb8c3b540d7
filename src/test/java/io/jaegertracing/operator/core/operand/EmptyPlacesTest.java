package io.jaegertracing.operator.core.operand;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.MainCall;
import io.jaegertracing.operator.core.operand.agent.AgentTemplates;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Planned;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.core.plan.reading.Planner;
import io.jaegertracing.operator.documents.Document;
import io.jaegertracing.operator.documents.JaegerReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing that is left out, at whatever level, stops more than the Jaeger that it is left out of. */
class EmptyPlacesTest {
  private static final List<Platform> PLATFORMS = List.of(
      Plans.of(Strategy.ALL_IN_ONE).build().platform(),
      Plans.of(Strategy.ALL_IN_ONE).onOpenShift().build().platform());

  @Test
  void thereAreMany() {
    assertThat(Places.empty().map(Places.Place::path))
        .hasSizeGreaterThan(500)
        .contains(
            "spec.volumes[null]",
            "spec.env[].valueFrom",
            "spec.query.env[null]",
            "spec.ingress.tls[].hosts[null]",
            "spec.podTemplate.spec.containers[].ports[]",
            "spec.storage.esRollover.affinity",
            "spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[null]");
  }

  @Test
  void everyOneIsRefusedWithReasonsOrRendered() {
    Places.empty()
        .forEach(place -> Places.BASES.forEach(base -> PLATFORMS.forEach(platform -> {
          try {
            judge(place.over(base), platform);
          } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError(place + " over " + base + ": " + failure, failure);
          }
        })));
  }

  @Test
  void generateRefusesAFileOfThemAll(@TempDir Path folder) throws IOException {
    var file = Files.writeString(
        folder.resolve("jaegers.yaml"),
        Places.empty()
            .map(place -> "---\n" + manifest(place.spec()))
            .collect(Collectors.joining("\n")));
    var terminal = MainCall.of("generate", "--cr=" + file);
    assertThat(terminal.exit()).as(terminal.err()).isEqualTo(Exit.REFUSED);
    assertThat(terminal.out()).isEmpty();
  }

  private static void judge(ObjectNode spec, Platform platform) {
    var planned =
        Planner.plan(JaegerReader.read(new Document("empty", 1, manifest(spec)).tree()), platform);
    if (planned instanceof Planned.Ready ready) {
      assertThat(Operands.desired(ready.plan())).isNotEmpty();
      assertThat(AgentTemplates.of(ready.plan())).isNotNull();
    } else {
      assertThat(((Planned.Refused) planned).reasons())
          .isNotEmpty()
          .allMatch(reason -> reason.startsWith("spec."));
    }
  }

  private static String manifest(ObjectNode spec) {
    var jaeger = JsonNodeFactory.instance.objectNode().put("kind", "Jaeger");
    jaeger.putObject("metadata").put("name", "simple").put("namespace", "tracing");
    jaeger.set("spec", spec);
    return jaeger.toString();
  }
}
