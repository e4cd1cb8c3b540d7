package io.jaegertracing.operator.kube.reconcile.setup;

import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.RawApi;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Which kinds of objects can be made: those that the cluster serves and that this operator may be concerned with. */
public record ServedKinds(RawApi api, Setup setup) {

  public Set<OwnedKind> read() {
    var kinds = EnumSet.noneOf(OwnedKind.class);
    for (var kind : OwnedKind.values()) {
      if (isOfInterest(kind) && (!isUncertain(kind) || isServed(kind))) {
        kinds.add(kind);
      }
    }
    if (!setup.platform().openShift() && !isServed(OwnedKind.ELASTICSEARCH)) {
      // Nobody logs in, and nobody needs certificates.
      kinds.remove(OwnedKind.SECRET);
    }
    return Collections.unmodifiableSet(kinds);
  }

  private boolean isOfInterest(OwnedKind kind) {
    return !setup.declined().contains(kind)
        && (setup.platform().openShift() || !kind.isOfOpenShift())
        && (setup.watched().isOfTheWholeCluster() || kind.isNamespaced());
  }

  /** Definitions whose coming and going makes a difference. */
  public static List<String> definitions() {
    var made = Arrays.stream(OwnedKind.values())
        .filter(ServedKinds::isUncertain)
        .filter(kind -> !kind.group().isEmpty() && !kind.group().endsWith("k8s.io"))
        .map(kind -> kind.resource() + "." + kind.group());
    return Stream.concat(Stream.of("jaegers.jaegertracing.io"), made).toList();
  }

  private static boolean isUncertain(OwnedKind kind) {
    return kind.isOptional() || kind.isOfOpenShift();
  }

  private boolean isServed(OwnedKind kind) {
    try {
      var list = api.get((kind.group().isEmpty() ? "/api/" : "/apis/") + kind.apiVersion());
      return StreamSupport.stream(list.path("resources").spliterator(), false)
          .anyMatch(resource -> resource.path("name").asText().equals(kind.resource()));
    } catch (ApiFailure failure) {
      if (failure.isAbsence()) {
        return false;
      }
      throw failure;
    }
  }
}
