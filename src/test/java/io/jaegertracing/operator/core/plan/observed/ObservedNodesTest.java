package io.jaegertracing.operator.core.plan.observed;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jaegertracing.operator.api.Jaeger;
import io.jaegertracing.operator.api.JaegerSpec;
import io.jaegertracing.operator.api.storage.Elasticsearch;
import io.jaegertracing.operator.api.storage.Storage;
import io.jaegertracing.operator.core.operand.Operands;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Planned;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.observed.Observed.Kafka;
import io.jaegertracing.operator.core.plan.reading.Planner;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How many shards there are follows the nodes of an Elasticsearch that somebody else provides. */
class ObservedNodesTest {
  @Test
  void theNodesOfAnElasticsearchOfSomebodyElseCount() {
    assertThat(collector(true, 7, Map.of("big", 5))).contains("--es.num-shards=5");
  }

  @Test
  void theOnlyNodeHasNoCopies() {
    assertThat(collector(true, null, Map.of("big", 1)))
        .contains("--es.num-shards=1", "--es.num-replicas=0");
  }

  @Test
  void whereNothingIsKnownItIsAsWritten() {
    assertThat(collector(true, 7, Map.of("other", 5))).contains("--es.num-shards=7");
    assertThat(collector(true, null, Map.of("big", 0))).contains("--es.num-shards=3");
  }

  @Test
  void theOperatorsOwnHasWhatIsWritten() {
    assertThat(collector(false, 7, Map.of("big", 5))).contains("--es.num-shards=7");
  }

  private static List<String> collector(
      boolean ofSomebodyElse, @Nullable Integer written, Map<String, Integer> nodes) {
    var jaeger = new Jaeger();
    jaeger.getMetadata().setName("tracing");
    jaeger.getMetadata().setNamespace("obs");
    var spec = new JaegerSpec();
    spec.strategy = "production";
    spec.storage = new Storage();
    spec.storage.type = "elasticsearch";
    spec.storage.elasticsearch = new Elasticsearch();
    spec.storage.elasticsearch.name = "big";
    spec.storage.elasticsearch.doNotProvision = ofSomebodyElse;
    spec.storage.elasticsearch.nodeCount = written;
    jaeger.setSpec(spec);
    var plan = Planner.plan(
            jaeger,
            Plans.of(Strategy.PRODUCTION).build().platform(),
            new Observed(Map.of(), Kafka.NONE_OR_OURS, nodes))
        .fold(Planned.Ready::plan, refused -> {
          throw new AssertionError(refused.reasons());
        });
    return Operands.desired(plan).stream()
        .filter(Deployment.class::isInstance)
        .map(Deployment.class::cast)
        .filter(deployment -> deployment.getMetadata().getName().equals("tracing-collector"))
        .flatMap(deployment ->
            deployment.getSpec().getTemplate().getSpec().getContainers().get(0).getArgs().stream())
        .toList();
  }
}
