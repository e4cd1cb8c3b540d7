package io.jaegertracing.operator.core.inject.decision;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.inject.Instance;
import io.jaegertracing.operator.core.inject.Ledger;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.inject.Policy;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.core.inject.decision.Wish.Place;
import io.jaegertracing.operator.core.inject.limits.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A workload with all that rules may look at.
 *
 * @param owners what owns it, nearest first; only Pods are asked about theirs
 * @param surroundings what is known of the cluster
 */
public record Candidate(
    WorkloadKind kind,
    String operation,
    String subResource,
    String namespace,
    JsonNode workload,
    Meta meta,
    Meta templateMeta,
    List<Owned> owners,
    Surroundings surroundings,
    Policy policy) {
  public static final String AGENT = "jaeger-agent";

  /** One link of the chain from a Pod upwards, with its metadata as far as that was found. */
  public record Owned(Meta.Owner owner, Meta meta) {
    public boolean isKnown() {
      return !meta.equals(Meta.NONE);
    }
  }

  /** The instances are those in reach: in watched namespaces. */
  public record Surroundings(
      Meta namespace, Limits limits, List<Instance> instances, boolean supportsNativeSidecars) {
    public static final Surroundings UNKNOWN =
        new Surroundings(Meta.NONE, Limits.NONE, List.of(), false);

    public Surroundings {
      instances = List.copyOf(instances);
    }
  }

  public Candidate {
    owners = List.copyOf(owners);
  }

  public static Candidate of(
      WorkloadKind kind,
      String operation,
      String subResource,
      String namespace,
      JsonNode workload,
      Policy policy) {
    return new Candidate(
        kind,
        operation,
        subResource,
        namespace,
        workload,
        Meta.of(workload.path("metadata")),
        Meta.of(kind.templatePath().field("metadata").in(workload)),
        List.of(),
        Surroundings.UNKNOWN,
        policy);
  }

  public Candidate in(List<Owned> chain, Surroundings around) {
    return new Candidate(
        kind,
        operation,
        subResource,
        namespace,
        workload,
        meta,
        templateMeta,
        chain,
        around,
        policy);
  }

  public JsonNode template() {
    return kind.templatePath().in(workload);
  }

  public JsonNode pod() {
    return kind.podPath().in(workload);
  }

  public Wish wish() {
    var places = new ArrayList<Place>();
    places.add(new Place("the " + kind.kind(), meta));
    if (!kind.isPod()) {
      places.add(new Place("its pod template", templateMeta));
    }
    owners.forEach(owned ->
        places.add(new Place(owned.owner().kind() + " " + owned.owner().name(), owned.meta())));
    return Wish.of(places, new Place("namespace " + namespace, surroundings.namespace()));
  }

  /** What annotations say, also of the sidecar; those on the workload itself hide those on its template. */
  public SortedMap<String, String> tuning() {
    var given = new TreeMap<>(templateMeta.annotations());
    given.putAll(meta.annotations());
    return given;
  }

  /** Among the containers, or among the init containers when it is a native one. */
  public boolean hasAgent() {
    return isIn(pod().path("containers")) || isIn(pod().path("initContainers"));
  }

  public Optional<Ledger> ledger() {
    return Optional.ofNullable(templateMeta.annotations().get(Wellknown.RECORD))
        .flatMap(Ledger::parse);
  }

  /** The label says which Jaeger a workload got, in as many characters as a label holds. */
  public Optional<String> label() {
    return Optional.ofNullable(meta.labels().get(Wellknown.INJECTED))
        .filter(name -> !name.isEmpty());
  }

  /** What is there was injected: by us, who left a record, or by the Go operator, who left only its label. */
  public boolean isInjected() {
    return ledger().isPresent() || (label().isPresent() && hasAgent());
  }

  private static boolean isIn(JsonNode containers) {
    for (var container : containers) {
      if (container.path("name").asText().equals(AGENT)) {
        return true;
      }
    }
    return false;
  }
}
