package io.jaegertracing.operator;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jaegertracing.operator.cli.Terminal;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MainTest {
  @Test
  void printsItsVersionsAsOneLineOfJson() throws IOException {
    var terminal = run("version");
    assertThat(terminal.exit()).isEqualTo(Exit.OK);
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.out().lines()).hasSize(1);
    var json = new ObjectMapper().readTree(terminal.out());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "jaeger-operator", "build-date", "jaeger-version", "agent-version", "java-version");
    assertThat(json.get("jaeger-operator").textValue()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(json.get("build-date").textValue()).matches("\\d{4}-\\d{2}-\\d{2}T.*Z");
    assertThat(json.get("jaeger-version").textValue()).isEqualTo("1.76.0");
    assertThat(json.get("agent-version").textValue()).isEqualTo("1.62.0");
    assertThat(run("--version")).isEqualTo(terminal);
  }

  @Test
  void listsImagesByComponent() {
    var terminal = Terminal.of(
        Main::run,
        Map.of("RELATED_IMAGE_JAEGER_QUERY", "mirror:5000/query"),
        "images",
        "--jaeger-version=1.65.0");
    assertThat(terminal.exit()).isEqualTo(Exit.OK);
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.out()).isEqualTo("""
        jaegertracing/jaeger-agent:1.62.0
        jaegertracing/all-in-one:1.65.0
        jaegertracing/jaeger-cassandra-schema:1.65.0
        jaegertracing/jaeger-collector:1.65.0
        jaegertracing/jaeger-es-index-cleaner:1.65.0
        jaegertracing/jaeger-es-rollover:1.65.0
        jaegertracing/jaeger-ingester:1.65.0
        quay.io/openshift/origin-oauth-proxy:4.14
        mirror:5000/query:1.65.0
        ghcr.io/jaegertracing/spark-dependencies/spark-dependencies
        """);
  }

  private static Terminal run(String... arguments) {
    return Terminal.of(Main::run, Map.of(), arguments);
  }
}
