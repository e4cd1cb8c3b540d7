package io.jaegertracing.operator.core.reconcile.inputs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.reconcile.Desired;
import io.jaegertracing.operator.core.reconcile.Digest;
import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.core.reconcile.existing.Family;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.core.reconcile.existing.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes workloads follow what they read: a digest of it stands on their pod template, so that new content replaces their Pods. On a workload that runs without one, the first digest only goes beside the template:
 * to know what is there is no reason to restart anything.
 */
public final class Inputs {
  private final Map<Place, Desired> desired;

  private Inputs(List<Desired> desired) {
    this.desired = desired.stream().collect(Collectors.toMap(Desired::place, Function.identity()));
  }

  /** What is read by these workloads and is not made with them. */
  public static SortedSet<Reference> foreign(List<Desired> desired) {
    var inputs = new Inputs(desired);
    return desired.stream()
        .filter(one -> one.place().kind().isWorkload())
        .flatMap(one -> Reference.of(one.tree()).stream()
            .filter(reference -> inputs.own(one, reference).isEmpty()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The same objects, of which workloads bear what stands for their inputs; contents by digest, of those that are there. */
  public static List<Desired> stamped(
      List<Desired> desired, Family family, Map<Reference, String> contents) {
    var inputs = new Inputs(desired);
    return desired.stream()
        .map(one -> one.place().kind().isWorkload()
            ? stamped(one, family.own(one.place()), inputs.digest(one, contents))
            : one)
        .toList();
  }

  /** Nothing as long as something is missing: what comes then is no change. */
  private Optional<String> digest(Desired workload, Map<Reference, String> contents) {
    var all = JsonNodeFactory.instance.objectNode();
    for (var reference : Reference.of(workload.tree())) {
      var content = own(workload, reference)
          .map(Desired::digest)
          .or(() -> Optional.ofNullable(contents.get(reference)));
      if (content.isEmpty()) {
        return Optional.empty();
      }
      all.put(reference.kind() + " " + reference.name(), content.get());
    }
    return Optional.of(Digest.of(all));
  }

  /** What is in a Secret of ours is not known here. */
  private Optional<Desired> own(Desired workload, Reference reference) {
    return Optional.of(reference)
        .filter(one -> one.kind() == Reference.Kind.CONFIG_MAP)
        .map(one -> new Place(OwnedKind.CONFIG_MAP, workload.place().namespace(), one.name()))
        .map(desired::get);
  }

  private static Desired stamped(Desired workload, Optional<Child> live, Optional<String> digest) {
    var before = live.map(child -> child.state().path(Child.INPUTS).asText()).orElse("");
    var seen = live.map(child -> child.state().path(Child.INPUTS_SEEN).asText()).orElse("");
    if (digest.isEmpty()) {
      return annotated(workload, before, seen);
    }
    var current = digest.get();
    var isFirst = live.isPresent() && before.isEmpty() && (seen.isEmpty() || seen.equals(current));
    return isFirst ? annotated(workload, "", current) : annotated(workload, current, "");
  }

  private static Desired annotated(Desired workload, String inputs, String seen) {
    return workload.changed(tree -> {
      var template = tree.withObjectProperty("spec")
          .withObjectProperty("template")
          .withObjectProperty("metadata");
      put(template, inputs);
      put(tree.withObjectProperty("metadata"), seen);
    });
  }

  private static void put(ObjectNode metadata, String digest) {
    if (!digest.isEmpty()) {
      metadata.withObjectProperty("annotations").put(Wellknown.INPUTS, digest);
    }
  }
}
