package io.jaegertracing.operator.core.plan.reading;

import io.jaegertracing.operator.core.operand.Operands;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Planned;
import io.jaegertracing.operator.core.problem.Note;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RemoteStorageTest {
  private static final String REMOTE = """
      kind: Jaeger
      metadata: {name: far}
      spec:
        strategy: production
        storage:
          type: grpc
          options:
            grpc-storage: {server: "store:17271", tls: {ca: /ca}}
            grpc-storage-plugin: {binary: /p}
            grpc-storage-archive: {enabled: true}
      """;

  private static final String PLUGIN = """
      kind: Jaeger
      metadata: {name: near}
      spec: {storage: {type: grpc-plugin}}
      """;

  @Test
  void givesARemoteStorageItsAddressAndNoPlugin() {
    var plan = Readings.ready(REMOTE, "1.76.0").plan();
    assertThat(plan.strategy()).isEqualTo(Strategy.PRODUCTION);
    var rendered = Operands.desired(plan).toString();
    assertThat(rendered)
        .contains(
            "SPAN_STORAGE_TYPE, value=grpc,",
            "--grpc-storage.server=store:17271",
            "--grpc-storage.tls.enabled=true",
            "--grpc-storage-archive.enabled=true")
        .doesNotContain("grpc-storage-plugin", "plugin-volume", "install-plugin");
    assertThat(plan.uiConfiguration())
        .contains("{\"archiveEnabled\":true,\"dependencies\":{\"menuEnabled\":false}}");
  }

  @Test
  void saysWhichStorageTheJaegerThatRunsDoesNotKnow() {
    assertThat(Readings.ready(PLUGIN, "1.58.0").notes())
        .extracting(Note::text)
        .singleElement()
        .asString()
        .contains("spec.storage.type: ", "use grpc ", "grpc-storage.server");
    assertThat(Readings.ready(PLUGIN, "latest").notes()).hasSize(1);
    assertThat(Readings.ready(PLUGIN, "1.57.0").notes()).isEmpty();
    assertThat(Readings.ready(REMOTE, "1.57.0").notes())
        .extracting(Note::text)
        .singleElement()
        .asString()
        .contains("1.58");
    assertThat(Readings.ready(REMOTE, "1.58.0").notes()).isEmpty();
  }

  @Test
  void namesEveryStorageToWhoeverMisspellsOne() {
    var planned = Readings.plan(PLUGIN.replace("grpc-plugin", "GRPC"), Readings.running("1.76.0"));
    assertThat(planned.fold(ready -> List.<String>of(), Planned.Refused::reasons))
        .singleElement()
        .asString()
        .contains("memory, badger, cassandra, elasticsearch, kafka, grpc, grpc-plugin");
  }
}
