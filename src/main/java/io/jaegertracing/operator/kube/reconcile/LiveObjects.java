package io.jaegertracing.operator.kube.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jaegertracing.operator.core.reconcile.Desired;
import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.core.reconcile.existing.Place;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.RawApi;
import java.util.Optional;

/** Reads and writes objects of every kind that we make. */
record LiveObjects(RawApi api) {
  /** Who keeps the count of Pods while an autoscaler takes over. */
  private static final String KEEPER = Child.MANAGER + "-replicas";

  /** Creates it where it is not there. */
  JsonNode apply(Desired desired) {
    return api.applyOver(path(desired), Child.MANAGER, desired.tree());
  }

  Optional<JsonNode> metadata(Desired desired) {
    try {
      return Optional.of(api.getMetadata(path(desired)));
    } catch (ApiFailure failure) {
      if (failure.isAbsence()) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** From now on somebody else has an opinion on how many Pods there are: the same as now. */
  void keepReplicas(Desired desired, int replicas) {
    var tree = JsonNodeFactory.instance.objectNode();
    tree.set("apiVersion", desired.tree().path("apiVersion"));
    tree.set("kind", desired.tree().path("kind"));
    tree.putObject("metadata").put("name", desired.place().name());
    tree.putObject("spec").put("replicas", replicas);
    var unused = api.applyOver(path(desired), KEEPER, tree);
  }

  JsonNode patch(Desired desired, JsonNode operations) {
    return api.patch(path(desired), operations);
  }

  /** Nothing else of it. */
  JsonNode relabel(Desired desired) {
    var change = JsonNodeFactory.instance.objectNode();
    change.putObject("metadata").set("labels", desired.tree().at("/metadata/labels"));
    return api.patch(path(desired), change);
  }

  void delete(Child child) {
    var preconditions = JsonNodeFactory.instance.objectNode();
    preconditions.put("uid", child.uid());
    preconditions.put("resourceVersion", child.version());
    var place = child.place();
    api.delete(path(place, place.kind().apiVersion()), preconditions);
  }

  private static String path(Desired desired) {
    return path(desired.place(), desired.tree().path("apiVersion").asText());
  }

  private static String path(Place place, String apiVersion) {
    return (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion
        + (place.namespace().isEmpty() ? "" : "/namespaces/" + place.namespace())
        + "/" + place.kind().resource() + "/" + place.name();
  }
}
