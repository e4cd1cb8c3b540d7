package io.jaegertracing.operator.core.operand;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jaegertracing.operator.core.plan.JaegerPlan.Strategy;
import io.jaegertracing.operator.core.plan.Plans;
import io.jaegertracing.operator.core.plan.reading.Planner;
import io.jaegertracing.operator.documents.Document;
import io.jaegertracing.operator.documents.JaegerReader;
import io.jaegertracing.operator.support.cluster.Cluster;
import io.jaegertracing.operator.support.cluster.OnCluster;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the API server refuses is refused before it is asked. */
@OnCluster
class EmptyPlacesIT {
  /** Only an API server that is newer than ours knows it. */
  private static final String TOO_NEW = "spec.podTemplate.spec.schedulingGroup";

  @Test
  void whatIsRenderedIsTaken(Cluster cluster) {
    var refused = new TreeMap<String, String>();
    for (var base : Places.BASES) {
      var plain = rendered(base, cluster).orElseThrow();
      Places.empty()
          .filter(place -> !place.path().equals(TOO_NEW))
          .forEach(place -> rendered(place.over(base), cluster).stream()
              .flatMap(List::stream)
              .filter(object -> !plain.contains(object))
              .filter(object -> !(object instanceof GenericKubernetesResource))
              .limit(1)
              .forEach(object -> why(object, cluster)
                  .ifPresent(message -> refused.put(
                      place + " " + object.getKind() + " "
                          + object.getMetadata().getName(),
                      message))));
    }
    assertThat(refused).isEmpty();
  }

  private static Optional<List<HasMetadata>> rendered(ObjectNode spec, Cluster cluster) {
    var jaeger = JsonNodeFactory.instance.objectNode().put("kind", "Jaeger");
    jaeger.putObject("metadata").put("name", "simple").put("namespace", cluster.namespace());
    jaeger.set("spec", spec);
    return Planner.plan(
            JaegerReader.read(new Document("empty", 1, jaeger.toString()).tree()),
            Plans.of(Strategy.ALL_IN_ONE).build().platform())
        .fold(ready -> Optional.of(Operands.desired(ready.plan())), refusal -> Optional.empty());
  }

  private static Optional<String> why(HasMetadata object, Cluster cluster) {
    object.getMetadata().setOwnerReferences(List.of());
    try {
      cluster.admin().resource(object).dryRun().serverSideApply();
      return Optional.empty();
    } catch (KubernetesClientException refusal) {
      return Optional.of(String.valueOf(refusal.getMessage()));
    }
  }
}
