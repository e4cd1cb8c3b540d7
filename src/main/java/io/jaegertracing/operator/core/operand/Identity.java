package io.jaegertracing.operator.core.operand;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import io.jaegertracing.operator.core.plan.Names;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** By what an object is known: its name, its labels, and the Jaeger that owns it. */
public final class Identity {
  private Identity() {}

  /** The six labels of every object; selectors use exactly these, because a selector can never change. */
  public static SortedMap<String, String> labels(Owner owner, String name, String component) {
    return new TreeMap<>(Map.of(
        "app",
        "jaeger",
        "app.kubernetes.io/name",
        Names.label(name),
        "app.kubernetes.io/instance",
        Names.label(owner.name()),
        "app.kubernetes.io/component",
        Names.label(component),
        "app.kubernetes.io/part-of",
        "jaeger",
        "app.kubernetes.io/managed-by",
        "jaeger-operator"));
  }

  /** A user's labels beside ours: on a Pod they may not replace what selectors and Services rely on. */
  public static SortedMap<String, String> withUserLabels(
      Map<String, String> ours, Map<String, String> users) {
    var all = new TreeMap<>(users);
    all.putAll(ours);
    return all;
  }

  public static ObjectMeta owned(
      Owner owner, String name, Map<String, String> labels, Map<String, String> annotations) {
    return new ObjectMetaBuilder(clusterWide(name, labels, annotations))
        .withNamespace(owner.namespace().isEmpty() ? null : owner.namespace())
        .withOwnerReferences(reference(owner))
        .build();
  }

  /** Without namespace and owner: Kubernetes would take a namespaced owner of such an object for gone. */
  public static ObjectMeta clusterWide(
      String name, Map<String, String> labels, Map<String, String> annotations) {
    return new ObjectMetaBuilder()
        .withName(name)
        .withLabels(new TreeMap<>(labels))
        .withAnnotations(new TreeMap<>(annotations))
        .build();
  }

  private static OwnerReference reference(Owner owner) {
    return new OwnerReferenceBuilder()
        .withApiVersion("jaegertracing.io/v1")
        .withKind("Jaeger")
        .withName(owner.name())
        .withUid(owner.uid())
        .withController(true)
        .build();
  }
}
