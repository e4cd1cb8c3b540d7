package io.jaegertracing.operator.kube.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.api.Jaeger;
import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.core.scope.Watched;
import java.util.Set;
import java.util.function.Function;

/**
 * What reconciling has to know beforehand.
 *
 * @param identity by which this operator is known among those that share a cluster
 * @param reader fails with the reason when a Jaeger cannot be read
 * @param declined what is never made, because the operator was told so
 * @param version of Jaeger that installations are brought to
 */
public record Setup(
    Platform platform,
    String identity,
    Watched watched,
    Set<OwnedKind> declined,
    Function<JsonNode, Jaeger> reader,
    String version) {
  public Setup {
    declined = Set.copyOf(declined);
  }
}
