package io.jaegertracing.operator.core.reconcile;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jaegertracing.operator.core.operand.Operands;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Planned;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.observed.Observed;
import io.jaegertracing.operator.core.plan.observed.Observed.Kafka;
import io.jaegertracing.operator.core.plan.reading.Planner;
import io.jaegertracing.operator.core.problem.Note;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.documents.Document;
import io.jaegertracing.operator.documents.JaegerReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SightsTest {
  private static final String JAEGER =
      "{\"metadata\": {\"name\": \"simple\", \"namespace\": \"here\"},"
          + " \"spec\": {\"strategy\": \"streaming\", \"storage\": {\"type\": \"cassandra\"}}}";

  /** Kinds and pools as Strimzi has them today. */
  private static final Neighbours TODAY = new Neighbours(Map.of(), List.of(), true);

  @Test
  void aKafkaThatTheGoOperatorMadeKeepsItsZooKeeper() {
    var observed = seeing("{spec: {kafka: {replicas: 3}, zookeeper: {replicas: 3}}}");

    assertThat(observed.kafka()).isEqualTo(Kafka.WITH_ZOOKEEPER);
    var ready = ready(observed);
    assertThat(ready.notes())
        .extracting(Note::tagged)
        .singleElement()
        .asString()
        .startsWith("[zookeeper] ");
    assertThat(Operands.desired(ready.plan()))
        .extracting(HasMetadata::getKind)
        .contains("Kafka", "KafkaUser")
        .doesNotContain("KafkaNodePool");
  }

  @Test
  void aKafkaWithoutOneGetsNone() {
    for (var state : List.of("{spec: {kafka: {}}}", "{spec: {kafka: {}, zookeeper: null}}", "{}")) {
      assertThat(seeing(state).kafka()).as(state).isEqualTo(Kafka.NONE_OR_OURS);
    }
    assertThat(Operands.desired(ready(seeing("{}")).plan()))
        .extracting(HasMetadata::getKind)
        .contains("KafkaNodePool");
  }

  private static Observed seeing(String state) {
    var kafka = Kids.applied(Kids.wanted(OwnedKind.KAFKA, "simple", "{}"), state);
    return Sights.of(Kids.family(kafka), TODAY);
  }

  private static Planned.Ready ready(Observed observed) {
    return (Planned.Ready) Planner.plan(
        JaegerReader.read(new Document("test", 1, JAEGER).tree()),
        Plans.of(Strategy.ALL_IN_ONE).build().platform(),
        observed);
  }
}
