package io.jaegertracing.operator.core.operand;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The API server takes no port twice in a Service or a container, and none that is no port. */
class ChosenPortsTest {
  private static final String ADMIN = "admin.http.host-port: ";
  private static final String TAKEN =
      " is not valid; another port of this program has this number; choose one of its own";

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1"})
  void whatIsNoPortIsRefused(String number) {
    assertThat(Rendered.of("{allInOne: {options: {admin.http.host-port: ':" + number + "'}}}")
            .reasons())
        .containsExactly("spec.allInOne.options." + ADMIN + number
            + " is not valid; write a port from 1 to 65535");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{allInOne: {options: {admin.http.host-port: ':16686'}}} | spec.allInOne | 16686",
        "{query: {options: {admin.http.host-port: ':16685'}}} | spec.query | 16685",
        "{collector: {options: {admin.http.host-port: ':4317'}}} | spec.collector | 4317",
        "{agent: {options: {admin.http.host-port: ':5778'}}} | spec.agent | 5778",
        "{strategy: production, storage: {type: cassandra}, collector: {options: {admin.http.host-port: ':14268'}}} | spec.collector | 14268",
      })
  void aPortThatIsTakenIsRefused(String spec, String field, String number) {
    assertThat(Rendered.of(spec).reasons())
        .containsExactly(field + ".options." + ADMIN + number + TAKEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{http-server.host-port: ':14271'} | http-server.host-port: 14271",
        "{processor: {jaeger-compact: {server-host-port: ':6832'}}} | processor.jaeger-compact.server-host-port: 6832",
        "{admin-http-port: 5778} | admin-http-port: 5778",
      })
  void anAgentListensOnceOnAPortEvenAsASidecar(String options, String beginning) {
    var spec =
        "{strategy: production, storage: {type: cassandra}, agent: {options: " + options + "}}";
    assertThat(Rendered.of(spec).reasons())
        .containsExactly("spec.agent.options." + beginning + TAKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{allInOne: {options: {admin.http.host-port: ':14270'}}}",
        "{allInOne: {options: {admin.http.host-port: ':4317', collector.otlp.enabled: false}}}",
        "{agent: {options: {http-server.host-port: ':6831'}}}",
        "{ingester: {options: {admin.http.host-port: ':0'}}}",
      })
  void aPortThatIsFreeOrNotDeclaredIsTaken(String spec) {
    assertThat(Rendered.of(spec).reasons()).isEmpty();
  }
}
