package io.jaegertracing.operator.core.plan.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jaegertracing.operator.api.json.Options;
import io.jaegertracing.operator.core.plan.Flags;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Problem;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FlagReaderTest {
  private final Findings findings = new Findings();

  @Test
  void nestedOptionsBecomeDottedFlags() {
    assertThat(arguments("{\"log-level\":\"debug\",\"memory\":{\"max-traces\":10000}}"))
        .containsExactly("--log-level=debug", "--memory.max-traces=10000");
  }

  @Test
  void numbersAndBooleansKeepTheirText() {
    assertThat(
            arguments("{\"a\":5000000000,\"b\":15.222,\"c\":true,\"d\":1.50,\"e\":1e3,\"f\":-0}"))
        .containsExactly(
            "--a=5000000000", "--b=15.222", "--c=true", "--d=1.50", "--e=1e3", "--f=-0");
  }

  @Test
  void aListRepeatsItsFlagAndIsNoScalar() {
    var flags = read("{\"headers\":[\"b:1\",\"a:2\",3]}");
    assertThat(flags.arguments()).containsExactly("--headers=b:1", "--headers=a:2", "--headers=3");
    assertThat(flags.scalar("headers")).isEmpty();
    assertThat(flags.has("headers")).isTrue();
  }

  @Test
  void nullAndEmptyMapsVanishButAnEmptyListStays() {
    var flags = read("{\"a\":null,\"b\":{},\"c\":[]}");
    assertThat(flags.values().keySet()).containsExactly("c");
    assertThat(flags.arguments()).isEmpty();
  }

  @Test
  void aMapInAListIsRefusedWithItsPlace() {
    read("{\"a\":{\"b\":{\"c\":[{\"d\":\"e\"}]}}}");
    assertThat(findings.refusals())
        .extracting(Problem::text)
        .containsExactly(
            "spec.x.options.a.b.c: {\"d\":\"e\"} is not valid; items of a list are text, numbers, true or false");
  }

  @Test
  void everyPrefixWithTlsFilesGetsItsSwitch() {
    var flags = FlagReader.completeTls(
        read(
            "{\"es.tls.ca\":\"/etc/tls/ca.crt\",\"kafka.consumer.tls.key\":\"k\",\"cassandra.tls.enabled\":false,\"cassandra.tls.ca\":\"c\"}"));
    assertThat(flags.scalar("es.tls.enabled")).contains("true");
    assertThat(flags.scalar("kafka.consumer.tls.enabled")).contains("true");
    assertThat(flags.scalar("cassandra.tls.enabled")).contains("false");
  }

  @Test
  void valuesThatMentionTlsSwitchNothingOn() {
    var flags = read(
        "{\"kafka.producer.authentication\":\"tls\",\"something\":\"/x.tls.y\",\"es.tls\":true,\"es.tls.ca\":\"c\"}");
    assertThat(FlagReader.completeTls(flags)).isEqualTo(flags);
  }

  private List<String> arguments(String json) {
    return read(json).arguments();
  }

  private Flags read(String json) {
    try {
      return FlagReader.read(
          new ObjectMapper().readValue(json, Options.class), "spec.x.options", findings);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }
}
