package io.jaegertracing.operator.core.reconcile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jaegertracing.operator.api.Wellknown;
import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.core.reconcile.existing.Family;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.core.reconcile.existing.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Under which name browsers find a Route, which only the live one knows, and who is told of it. */
public final class RouteHost {
  private RouteHost() {}

  public static Optional<String> of(Child route) {
    return Stream.of("/spec/host", "/status/ingress/0/host")
        .map(place -> route.state().at(place).asText())
        .filter(host -> !host.isEmpty())
        .findFirst();
  }

  /** ConsoleLinks get their address; those whose Route has none yet are left out. */
  public static List<Desired> linked(List<Desired> desired, Family family) {
    return desired.stream()
        .flatMap(one -> isLink(one) ? linked(one, family).stream() : Stream.of(one))
        .toList();
  }

  public static boolean isLink(Desired one) {
    return one.place().kind() == OwnedKind.CONSOLE_LINK;
  }

  private static Optional<Desired> linked(Desired link, Family family) {
    var metadata = link.tree().path("metadata");
    var route = new Place(
        OwnedKind.ROUTE,
        metadata.path("labels").path("app.kubernetes.io/namespace").asText(),
        metadata.path("annotations").path(Wellknown.CONSOLE_LINK_ROUTE).asText());
    return family.own(route).flatMap(RouteHost::of).map(host -> {
      ObjectNode spec = link.tree().path("spec").deepCopy();
      return link.with(spec.put("href", "https://" + host));
    });
  }
}
