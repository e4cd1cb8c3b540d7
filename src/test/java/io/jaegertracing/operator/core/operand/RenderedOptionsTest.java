package io.jaegertracing.operator.core.operand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.cli.OptionLists;
import io.jaegertracing.operator.core.options.OptionCatalogue;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Planned;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.core.plan.reading.Planner;
import io.jaegertracing.operator.documents.Document;
import io.jaegertracing.operator.documents.Documents;
import io.jaegertracing.operator.documents.JaegerReader;
import io.jaegertracing.operator.support.Golden;
import io.jaegertracing.operator.support.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A program does not start with an argument that it does not know, so that none of ours may be one. */
class RenderedOptionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** By the names of their containers. */
  private static final Map<String, String> PROGRAMS = Map.of(
      "jaeger", "jaeger-all-in-one",
      "jaeger-collector", "jaeger-collector",
      "jaeger-query", "jaeger-query",
      "jaeger-ingester", "jaeger-ingester",
      "jaeger-agent", "jaeger-agent",
      "jaeger-agent-daemonset", "jaeger-agent");

  private static final List<String> WITH_OPTIONS =
      List.of("allInOne", "collector", "query", "ingester", "agent", "storage");

  private final OptionCatalogue catalogue = OptionLists.read();
  private final AtomicInteger checked = new AtomicInteger();

  @Test
  void everyArgumentOfTheGoldenCasesIsOneThatItsProgramKnows() throws IOException {
    for (var golden : Golden.cases("generate")) {
      var unknown =
          Documents.read(golden.name(), Files.readString(golden.out("objects.yaml"))).stream()
              .flatMap(document -> unknown(document.tree()))
              .toList();
      switch (golden.name()) {
        // Its options are there for their values and exist nowhere.
        case "numbers-as-written" -> assertThat(unknown).hasSize(8);
        // The lists are of versions that run no plugins.
        case "grpc-plugin" ->
          assertThat(unknown).allMatch(option -> option.contains(" grpc-storage-plugin."));
        default -> assertThat(unknown).as(golden.name()).isEmpty();
      }
    }
    assertThat(checked.get()).isGreaterThan(100);
  }

  @Test
  void whatTheOperatorSaysByItselfIsKnownWhateverTheJaeger() {
    var rendered = new AtomicInteger();
    Seeded.rounds(1_000, 200, random -> {
      var jaeger = withoutOptions(RandomJaegers.of(random).next());
      for (var platform : List.of(
          Plans.of(Strategy.ALL_IN_ONE).build().platform(),
          Plans.of(Strategy.ALL_IN_ONE).onOpenShift().build().platform())) {
        if (plan(jaeger, platform) instanceof Planned.Ready ready) {
          rendered.incrementAndGet();
          assertThat(Operands.desired(ready.plan()).stream()
                  .flatMap(object -> unknown(JSON.valueToTree(object))))
              .as(jaeger)
              .isEmpty();
        }
      }
    });
    assertThat(rendered.get()).isPositive();
    assertThat(checked.get()).isPositive();
  }

  private static Planned plan(String jaeger, Platform platform) {
    return Planner.plan(JaegerReader.read(new Document("random", 1, jaeger).tree()), platform);
  }

  /** What is left is all the operator's. */
  private static String withoutOptions(ObjectNode jaeger) {
    for (var part : WITH_OPTIONS) {
      if (jaeger.path("spec").path(part) instanceof ObjectNode fields) {
        fields.remove("options");
      }
    }
    jaeger
        .findParents("podTemplate")
        .forEach(parent -> ((ObjectNode) parent).remove("podTemplate"));
    jaeger.findParents("env").forEach(parent -> ((ObjectNode) parent).remove("env"));
    return jaeger.toString();
  }

  private Stream<String> unknown(JsonNode object) {
    return object.findValues("containers").stream()
        .flatMap(containers -> StreamSupport.stream(containers.spliterator(), false))
        .filter(container -> PROGRAMS.containsKey(container.path("name").asText()))
        .flatMap(this::unknownOf);
  }

  private Stream<String> unknownOf(JsonNode container) {
    var name = container.path("name").asText();
    var program = PROGRAMS.getOrDefault(name, "");
    var environment = new TreeMap<>(Map.of("SAMPLING_CONFIG_TYPE", "file"));
    container
        .path("env")
        .forEach(variable -> environment.put(
            variable.path("name").asText(), variable.path("value").asText()));
    var known = catalogue.nearest(program, "latest").orElseThrow();
    return StreamSupport.stream(container.path("args").spliterator(), false)
        .map(argument -> argument.asText().split("=", 2)[0].replaceFirst("^--", ""))
        .peek(option -> checked.incrementAndGet())
        .filter(option -> !known.isKnown(option, environment))
        .map(option -> program + " " + option);
  }
}
