package io.jaegertracing.operator.core.operand;

import io.jaegertracing.operator.core.problem.Note;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

class SingleValuesTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/values/refused.csv", delimiter = '|', quoteCharacter = '`')
  void whatNeitherTheApiServerNorJaegerTakesIsRefused(String spec, String reason) {
    assertThat(Rendered.of(spec).reasons()).containsExactly(reason);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/values/accepted.csv", delimiter = '|', quoteCharacter = '`')
  void whatWorksOrDoesNotRunIsAccepted(String spec) {
    assertThat(Rendered.of(spec).reasons()).isEmpty();
  }

  @Test
  void theLoginReadsJson() {
    assertThat(Rendered.onOpenShift("{ingress: {openshift: {sar: 'pods'}}}").reasons())
        .containsExactly(
            "spec.ingress.openshift.sar: \"pods\" is not valid; write a map or a list as JSON");
    assertThat(Rendered.onOpenShift("{ingress: {openshift: {sar: '[{\"verb\": \"get\"}]'}}}")
            .reasons())
        .isEmpty();
    assertThat(Rendered.of("{ingress: {openshift: {sar: 'pods'}}}").reasons()).isEmpty();
  }

  @Test
  void aRouteHasItsFirstHost() {
    assertThat(Rendered.onOpenShift("{ingress: {hosts: ['https://a', '_']}}").reasons())
        .containsExactly(
            "spec.ingress.hosts: \"https://a\" is not valid; write a name such as jaeger.example.com or *.example.com, without a scheme, port or path");
  }

  @Test
  void theLoginHasWhatIsSaidOfTheIngress() {
    var spec =
        "{resources: {limits: {memory: 1Gi}}, ingress: {resources: {requests: {memory: 2Gi}}}}";
    assertThat(Rendered.onOpenShift(spec).reasons())
        .containsExactly(
            "spec.ingress.resources.requests.memory: \"2Gi\" is not valid; the limit is 1Gi: write at most that, or raise it");
    assertThat(Rendered.of(spec).reasons()).isEmpty();
  }

  @Test
  void whatIsLargerThanTheApiServerTakesIsRefused() {
    assertThat(
            Rendered.of("{ui: {options: {a: " + "x".repeat(1_048_576) + "}}}").reasons())
        .containsExactly(
            "spec.ui.options: 1048584 bytes is not valid; a ConfigMap holds at most 1048576");
    assertThat(Rendered.of("{annotations: {a: " + "x".repeat(262_144) + "}}").reasons())
        .containsExactly(
            "spec.annotations: 262145 bytes is not valid; all annotations of an object have at most 262144");
    assertThat(Rendered.of("{annotations: {a: " + "x".repeat(200_000) + "}}").reasons())
        .isEmpty();
  }

  @Test
  void whatTheGoOperatorRanWithIsANote() {
    var spec = "{agent: {strategy: everywhere}, ingress: {openshift: {timeout: -5m}}}";
    var notes = Rendered.onOpenShift(spec)
        .planned()
        .fold(ready -> ready.notes(), refused -> List.<Note>of());
    assertThat(notes)
        .extracting(Note::tagged)
        .containsExactlyInAnyOrder(
            "[not-on-nodes] spec.agent.strategy: \"everywhere\" is no strategy of the agent, so that agents run as sidecars alone; write DaemonSet, or leave it out",
            "[waits-for-ever] spec.ingress.openshift.timeout: -5m is less than nothing, so that the proxy waits for ever; leave it out, or write a duration such as 30s");
  }
}
