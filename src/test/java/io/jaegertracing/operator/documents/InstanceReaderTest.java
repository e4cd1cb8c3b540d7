package io.jaegertracing.operator.documents;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Instance.Rendered;
import io.jaegertracing.operator.core.inject.Instances;
import io.jaegertracing.operator.core.inject.Samples;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InstanceReaderTest {
  @Test
  void aJaegerIsReadyWithItsSidecar() {
    var instance = read("""
        metadata: {namespace: ns, name: a}
        spec: {agent: {image: "example/agent:1"}}
        """);
    assertThat(instance.key()).isEqualTo("ns/a");
    assertThat(Samples.imageOrReasons(instance)).isEqualTo("example/agent:1");
    assertThat(instance.terminating()).isFalse();
    assertThat(instance.operatedBy()).isEmpty();
  }

  @Test
  void optionsKeepTheTextOfTheirNumbers() {
    assertThat(arguments("{\"metadata\":{\"name\":\"a\"},\"spec\":{\"agent\":{\"options\":"
            + "{\"metrics-backend\":1.50}}}}"))
        .contains("--metrics-backend=1.50");
  }

  @Test
  void deletionAndOwnershipAreSeen() {
    var instance = read("""
        metadata:
          namespace: ns
          name: a
          deletionTimestamp: "2024-01-01T00:00:00Z"
          labels: {jaegertracing.io/operated-by: observability.other}
        """);
    assertThat(instance.terminating()).isTrue();
    assertThat(instance.operatedBy()).contains("observability.other");
  }

  @Test
  void mistakesAreReasons() {
    assertThat(Samples.imageOrReasons(read("""
        metadata: {namespace: ns, name: a}
        spec: {strategy: nonsense}
        """))).contains("spec.strategy").contains("nonsense");
  }

  @Test
  void whatCannotBeReadIsRefusedByTheNameOfTheField() {
    assertThat(Samples.imageOrReasons(read("""
        metadata: {namespace: ns, name: a}
        spec: {agent: text}
        """)))
        .startsWith("[spec.agent: \"text\" has the wrong type; write a map]");
  }

  @Test
  void aDefectTouchesOneJaegerOnly() {
    var breaking =
        new InstanceReader(new Instances(Plans.of(Strategy.ALL_IN_ONE).build().platform(), plan -> {
          throw new IllegalStateException("broken");
        }));
    var instance = breaking.apply(tree("metadata: {namespace: ns, name: a}"));
    assertThat(instance.key()).isEqualTo("ns/a");
    assertThat(Samples.imageOrReasons(instance)).contains("defect").contains("broken");
  }

  private static List<String> arguments(String json) {
    var ready = (Rendered.Ready) read(json).rendered();
    return ready.template().arguments();
  }

  private static Instance read(String text) {
    return Samples.reader().apply(tree(text));
  }

  private static JsonNode tree(String text) {
    return Documents.read("test", text).get(0).tree();
  }
}
