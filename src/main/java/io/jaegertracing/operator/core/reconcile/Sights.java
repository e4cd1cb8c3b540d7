package io.jaegertracing.operator.core.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.plan.observed.Observed;
import io.jaegertracing.operator.core.plan.observed.Observed.Kafka;
import io.jaegertracing.operator.core.plan.observed.Observed.Workload;
import io.jaegertracing.operator.core.reconcile.existing.Family;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import java.util.HashMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a plan has to know of the objects that exist. */
public final class Sights {
  private Sights() {}

  public static Observed of(Family family, Neighbours neighbours) {
    var selectors = new HashMap<Workload, SortedMap<String, String>>();
    var kafka = neighbours.kafka(family);
    for (var child : family.own()) {
      var place = child.place();
      if (place.kind().isWorkload()) {
        selectors.put(
            new Workload(place.kind().kind(), place.name()),
            labels(child.state().at("/spec/selector/matchLabels")));
      }
      if (place.kind() == OwnedKind.KAFKA && child.state().at("/spec/zookeeper").isObject()) {
        kafka = Kafka.WITH_ZOOKEEPER;
      }
    }
    return new Observed(selectors, kafka, neighbours.elasticsearchNodes());
  }

  private static SortedMap<String, String> labels(JsonNode selector) {
    var labels = new TreeMap<String, String>();
    selector.properties().forEach(one -> labels.put(one.getKey(), one.getValue().asText()));
    return labels;
  }
}
