package io.jaegertracing.operator.core.reconcile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.api.json.LiteralModule;
import io.jaegertracing.operator.core.SortedJson;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.core.reconcile.existing.Place;
import java.util.function.Consumer;

/** One object as it shall be applied: with its digest, by which is known later what was applied. */
public record Desired(Place place, ObjectNode tree, String digest) {
  private static final ObjectMapper JSON = JsonMapper.builder()
      .addModule(new LiteralModule())
      .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
      .build();

  public static Desired of(HasMetadata object, Owner owner) {
    var kind = OwnedKind.named(object.getApiVersion(), object.getKind())
        .orElseThrow(() -> new IllegalStateException("no row for " + object.getFullResourceName()));
    var tree = (ObjectNode) SortedJson.sorted(JSON.valueToTree(object));
    if (!kind.isNamespaced()) {
      annotations(tree).put(Wellknown.OWNER, owner.uid());
    }
    return of(
        new Place(
            kind,
            kind.isNamespaced() ? owner.namespace() : "",
            object.getMetadata().getName()),
        tree);
  }

  /** Of a tree without digest. A Job can never change: what it runs is all that counts. */
  static Desired of(Place place, ObjectNode tree) {
    var digest = place.kind() == OwnedKind.JOB ? Errand.inputs(tree) : Digest.of(tree);
    var marked = tree.deepCopy();
    annotations(marked).put(Wellknown.APPLIED, digest);
    return new Desired(place, marked, digest);
  }

  Desired named(String name) {
    var renamed = unmarked();
    metadata(renamed).put("name", name);
    return of(new Place(place.kind(), place.namespace(), name), renamed);
  }

  /** With another specification. */
  Desired with(ObjectNode spec) {
    return changed(copy -> copy.set("spec", spec));
  }

  /** With what is in a Secret, which is no part of what was asked for. */
  public Desired holding(ObjectNode data) {
    var filled = tree.deepCopy();
    filled.set("data", data);
    return new Desired(place, filled, digest);
  }

  public Desired changed(Consumer<ObjectNode> change) {
    var changed = unmarked();
    change.accept(changed);
    return of(place, changed);
  }

  private ObjectNode unmarked() {
    var copy = tree.deepCopy();
    annotations(copy).remove(Wellknown.APPLIED);
    return copy;
  }

  private static ObjectNode annotations(ObjectNode tree) {
    return metadata(tree).withObjectProperty("annotations");
  }

  private static ObjectNode metadata(ObjectNode tree) {
    return tree.withObjectProperty("metadata");
  }
}
