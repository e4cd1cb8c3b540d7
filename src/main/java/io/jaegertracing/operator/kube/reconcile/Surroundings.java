package io.jaegertracing.operator.kube.reconcile;

import io.jaegertracing.operator.core.plan.JaegerPlan;
import io.jaegertracing.operator.core.plan.Storage.Elasticsearch;
import io.jaegertracing.operator.core.reconcile.Neighbours;
import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.core.reconcile.inputs.Reference;
import io.jaegertracing.operator.core.reconcile.inputs.Reference.Kind;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.RawApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads what others run, for plans that rely on it. What cannot be read fails: a plan without it would be another one. */
record Surroundings(RawApi api, Set<OwnedKind> kinds) {
  Neighbours of(JaegerPlan plan) {
    var nodes = plan.storage()
        .selfProvisioned()
        .filter(elasticsearch -> !elasticsearch.provisioned())
        .map(elasticsearch -> nodes(plan.owner().namespace(), elasticsearch))
        .orElse(Map.of());
    var pools = relatesToPools(plan) ? pools(plan.owner()) : List.<Child>of();
    return new Neighbours(
        nodes,
        pools,
        !kinds.contains(OwnedKind.KAFKA) || kinds.contains(OwnedKind.KAFKA_NODE_POOL));
  }

  /** What has to be followed for that. */
  Set<Reference> followed(JaegerPlan plan) {
    var search = plan.storage()
        .selfProvisioned()
        .filter(elasticsearch -> !elasticsearch.provisioned())
        .filter(any -> kinds.contains(OwnedKind.ELASTICSEARCH))
        .map(elasticsearch -> new Reference(Kind.ELASTICSEARCH, elasticsearch.name()));
    var pools = Optional.of(new Reference(Kind.KAFKA_NODE_POOLS, plan.owner().name()))
        .filter(any -> relatesToPools(plan));
    return Stream.of(search, pools).flatMap(Optional::stream).collect(Collectors.toSet());
  }

  private boolean relatesToPools(JaegerPlan plan) {
    return plan.provisionsKafka() && kinds.contains(OwnedKind.KAFKA_NODE_POOL);
  }

  /** None of one that is not there, or whose kind is not. */
  private Map<String, Integer> nodes(String namespace, Elasticsearch elasticsearch) {
    var name = elasticsearch.name();
    try {
      var read = api.get(collection(OwnedKind.ELASTICSEARCH, namespace) + "/" + name);
      return Map.of(name, Neighbours.nodes(read));
    } catch (ApiFailure failure) {
      if (failure.isAbsence()) {
        return Map.of();
      }
      throw failure;
    }
  }

  private List<Child> pools(JaegerPlan.Owner owner) {
    var list = api.listMetadata(collection(OwnedKind.KAFKA_NODE_POOL, owner.namespace())
        + "?labelSelector=strimzi.io%2Fcluster%3D" + owner.name());
    return StreamSupport.stream(list.path("items").spliterator(), false)
        .map(pool -> Child.of(OwnedKind.KAFKA_NODE_POOL, pool))
        .toList();
  }

  private static String collection(OwnedKind kind, String namespace) {
    return "/apis/" + kind.apiVersion() + "/namespaces/" + namespace + "/" + kind.resource();
  }
}
