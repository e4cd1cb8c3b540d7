package io.jaegertracing.operator.kube.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.api.Jaeger;
import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What reconciling has to know beforehand.
 *
 * @param identity by which this operator is known among those that share a cluster
 * @param watched namespaces; none means all
 * @param reader fails with the reason when a Jaeger cannot be read
 * @param declined what is never made, because the operator was told so
 * @param version of Jaeger that installations are brought to
 */
public record Setup(
    Platform platform,
    String identity,
    List<String> watched,
    Set<OwnedKind> declined,
    Function<JsonNode, Jaeger> reader,
    String version) {
  public Setup {
    watched = List.copyOf(watched);
    declined = Set.copyOf(declined);
  }

  boolean isForTheWholeCluster() {
    return watched.isEmpty();
  }
}
