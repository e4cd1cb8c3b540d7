package io.jaegertracing.operator.core.options;

import io.jaegertracing.operator.cli.OptionLists;
import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Planned;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.reading.Planner;
import io.jaegertracing.operator.core.problem.Problem;
import io.jaegertracing.operator.documents.Document;
import io.jaegertracing.operator.documents.Documents;
import io.jaegertracing.operator.documents.JaegerReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

class OptionCheckTest {
  private static final String SEARCH =
      "strategy: production, storage: {type: elasticsearch, options: {es.server-urls: u}}";
  private static final String STREAM =
      "strategy: streaming, storage: {type: elasticsearch, options: {es.server-urls: u}}";

  @ParameterizedTest
  @CsvFileSource(resources = "/validation/options.csv", delimiter = '|', quoteCharacter = '`')
  void everyStrangeOptionIsToldWithItsRemedy(String spec, String field, String remedy) {
    assertThat(problems("spec: " + spec)).singleElement().satisfies(problem -> {
      assertThat(problem.field()).isEqualTo(field);
      assertThat(problem.remedy()).startsWith(remedy + " (checked against jaeger-");
    });
  }

  @Test
  void theListAndTheVersionThatWasWantedAreNamed() {
    assertThat(texts("spec: {" + SEARCH + ", collector: {options: {collector.numWorkers: 5}}}"))
        .containsExactly(
            "spec.collector.options.collector.numWorkers: \"collector.numWorkers\" is no option that is known here;"
                + " did you mean collector.num-workers? (checked against jaeger-collector 1.65.0,"
                + " the nearest list to 1.76.0)");
    assertThat(texts("spec: {agent: {options: {reporter.grpc.hostport: x}}}"))
        .containsExactly(
            "spec.agent.options.reporter.grpc.hostport: \"reporter.grpc.hostport\" is no option that is known here;"
                + " did you mean reporter.grpc.host-port? (checked against jaeger-agent 1.62.0)");
  }

  @Test
  void optionsThatTheirProgramsKnowAreFine() {
    assertThat(texts("spec: {" + SEARCH
            + ", collector: {options: {log-level: debug, collector.tags: a=b}},"
            + " query: {options: {query.base-path: /x}}, agent: {options: {log-level: debug}}}"))
        .isEmpty();
    assertThat(texts("spec: {strategy: streaming, storage: {type: cassandra,"
            + " options: {cassandra.servers: c, kafka.producer.topic: t}},"
            + " ingester: {options: {kafka.consumer.topic: t, ingester.deadlockInterval: 0}}}"))
        .isEmpty();
    assertThat(texts("spec: {query: {options: {no-such: 1}}}"))
        .as("a program that does not run under this strategy")
        .isEmpty();
  }

  @Test
  void variablesOfTheUserBringTheirOptions() {
    var options = "options: {sampling.initial-sampling-probability: 0.1}";
    var adaptive = "env: [{name: SAMPLING_CONFIG_TYPE, value: adaptive}]";
    var elsewhere = "allInOne: {options: {sampling.strategies-file: /f}}";
    assertThat(texts("spec: {allInOne: {" + options + "}}")).hasSize(1);
    assertThat(texts("spec: {allInOne: {" + options + ", " + adaptive + "}}")).isEmpty();
    assertThat(texts("spec: {" + elsewhere + "}")).isEmpty();
    assertThat(texts("spec: {" + elsewhere + ", " + adaptive + "}")).hasSize(1);
  }

  @Test
  void anOlderSpellingIsFineWhereTheOptionsWereWrittenForThatVersion() {
    var old = "spec: {strategy: production, storage: {type: elasticsearch,"
        + " options: {es.server-urls: u, es.max-num-spans: 5}}, query: {options: {query.port: 1}}}";
    assertThat(texts(old)).hasSize(2);
    assertThat(texts("status: {version: 1.15.0}\n" + old)).isEmpty();
  }

  @Test
  void theSwitchOfTlsThatTheOperatorAddsIsNotHeldAgainstTheUser() {
    assertThat(problems("spec: {allInOne: {options: {colector.grpc.tls.cert: /c}}}"))
        .extracting(Problem::field)
        .containsExactly("spec.allInOne.options.colector.grpc.tls.cert");
    assertThat(problems("spec: {allInOne: {options: {colector.grpc.tls.enabled: true}}}"))
        .extracting(Problem::field)
        .containsExactly("spec.allInOne.options.colector.grpc.tls.enabled");
  }

  @Test
  void whatNoListTellsOfIsNotJudged() {
    var plugin = "spec: {storage: {type: grpc-plugin, options: {grpc-storage-plugin.binary: /b}},"
        + " allInOne: {options: {grpc-storage-plugin.log-level: debug}}}";
    assertThat(texts(plugin)).isEmpty();
    var plan = plan("spec: {allInOne: {options: {no-such: 1}}, storage: {options: {nor-this: 1}}}");
    assertThat(OptionCheck.of(plan, OptionCatalogue.EMPTY)).isEmpty();
  }

  @Test
  void asManyAsCanBeReadAreNamedAndNoMore() {
    var many = IntStream.range(0, 1_000)
        .mapToObj(i -> "no-such-option-" + i + ": 1")
        .collect(Collectors.joining(", "));
    assertThat(texts("spec: {" + STREAM + ", collector: {options: {" + many + "}}}"))
        .hasSize(64);
  }

  private static List<String> texts(String yaml) {
    return problems(yaml).stream().map(Problem::text).toList();
  }

  private static List<Problem> problems(String yaml) {
    return OptionCheck.of(plan(yaml), OptionLists.read());
  }

  private static JaegerPlan plan(String yaml) {
    var text = "kind: Jaeger\nmetadata: {name: simple, namespace: tracing}\n" + yaml;
    var jaeger = Documents.read("test", text).stream()
        .flatMap(Document::items)
        .findFirst()
        .orElseThrow();
    var platform = Plans.of(Strategy.ALL_IN_ONE).build().platform();
    return ((Planned.Ready) Planner.plan(JaegerReader.read(jaeger.tree()), platform)).plan();
  }
}
