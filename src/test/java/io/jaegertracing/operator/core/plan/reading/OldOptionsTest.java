package io.jaegertracing.operator.core.plan.reading;

import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.problem.Note;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OldOptionsTest {
  private static final String OLD = """
      kind: Jaeger
      metadata: {name: old, namespace: tracing}
      spec:
        strategy: production
        storage: {type: cassandra, options: {cassandra: {tls: true}}}
        collector: {options: {collector: {grpc-port: 4}}}
      status: {version: 1.14.0, phase: Running}
      """;

  @Test
  void readsOldOptionsAsTheJaegerThatRunsDoes() {
    var ready = Readings.ready(OLD, "1.76.0");
    assertThat(ready.plan().collector().flags().arguments())
        .containsExactly("--collector.grpc-server.host-port=:4");
    assertThat(ready.plan().storage().flags().arguments())
        .containsExactly("--cassandra.tls.enabled=true");
    assertThat(ready.notes())
        .extracting(Note::text)
        .containsExactly(
            "spec.collector.options: written for Jaeger 1.14.0 and read with"
                + " collector.grpc-server.host-port and without collector.grpc-port; write it so",
            "spec.storage.options: written for Jaeger 1.14.0 and read with cassandra.tls.enabled"
                + " and without cassandra.tls; write it so");
    assertThat(Readings.ready(OLD, "1.14.0").plan().collector().flags().has("collector.grpc-port"))
        .isTrue();
  }

  @Test
  void keepsTheLoginOfAnOldInstanceOpenToAll() {
    assertThat(review(OLD)).isEmpty();
    assertThat(review(OLD.replace("1.14.0", "1.28.0"))).isPresent();
  }

  private static Optional<String> review(String yaml) {
    var openShift = Plans.of(Strategy.PRODUCTION).onOpenShift().build().platform();
    return Readings.ready(yaml, openShift)
        .plan()
        .exposure()
        .login()
        .orElseThrow()
        .sar();
  }
}
