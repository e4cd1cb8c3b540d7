package io.jaegertracing.operator.core.reconcile;

import io.jaegertracing.operator.core.reconcile.existing.Family;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which kinds of objects can be made.
 *
 * @param kinds those that the cluster serves and that this operator may be concerned with
 * @param declined those that the operator was told never to make
 */
public record Offer(Set<OwnedKind> kinds, Set<OwnedKind> declined) {
  /** What --kafka-provision=no keeps from being made. */
  public static final Set<OwnedKind> OF_KAFKA =
      Set.copyOf(EnumSet.of(OwnedKind.KAFKA, OwnedKind.KAFKA_NODE_POOL, OwnedKind.KAFKA_USER));

  /** What --es-provision=no keeps from being made. */
  public static final Set<OwnedKind> OF_ELASTICSEARCH = Set.of(OwnedKind.ELASTICSEARCH);

  public Offer {
    kinds = Set.copyOf(kinds);
    declined = Set.copyOf(declined);
  }

  /**
   * What is to be done of all that is wanted. What belongs to the whole cluster is left out when only a part of it is looked after, and so is what the cluster does not know; without its storage nothing is begun,
   * but what runs already is kept up to date.
   */
  public Agenda agenda(List<Desired> wanted, Family family, Map<String, String> done) {
    var missing = missing(wanted);
    if (missing.isPresent() && !runs(wanted, family)) {
      return Agenda.halted(missing.get(), done);
    }
    var made = wanted.stream().filter(one -> makes(one.place().kind())).toList();
    var links =
        made.stream().filter(RouteHost::isLink).map(Desired::place).collect(Collectors.toSet());
    var agenda = Agenda.of(RouteHost.linked(made, family), links, family, done);
    return missing.map(agenda::hindered).orElse(agenda);
  }

  private static boolean runs(List<Desired> wanted, Family family) {
    return wanted.stream()
        .map(Desired::place)
        .filter(place -> place.kind() == OwnedKind.DEPLOYMENT)
        .allMatch(place -> family.own(place).isPresent());
  }

  boolean makes(OwnedKind kind) {
    return kinds.contains(kind) && !declined.contains(kind);
  }

  /** Without its storage a Jaeger would only fail in another place. */
  Optional<Obstacle> missing(List<Desired> desired) {
    var unmade = desired.stream()
        .map(one -> one.place().kind())
        .filter(kind -> !makes(kind))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(OwnedKind.class)));
    // Its certificates are followed only where it is.
    if (unmade.contains(OwnedKind.ELASTICSEARCH) || unmade.contains(OwnedKind.SECRET)) {
      return Optional.of(unserved(
          OwnedKind.ELASTICSEARCH,
          "--es-provision",
          "the operator of Elasticsearch, or name servers of your own in the option es.server-urls"
              + " of spec.storage.options"));
    }
    return unmade.stream()
        .filter(OF_KAFKA::contains)
        .findFirst()
        .map(kind -> unserved(
            kind,
            "--kafka-provision",
            "Strimzi, or name brokers of your own in the options kafka.producer.brokers of"
                + " spec.collector.options and kafka.consumer.brokers of spec.ingester.options"));
  }

  private Obstacle unserved(OwnedKind kind, String flag, String remedy) {
    var why = declined.contains(kind)
        ? "this operator was started with " + flag + "=no, so that it makes no " + kind.kind()
            + "; start it without, with "
        : "the cluster does not serve the kind " + kind.kind() + " of " + kind.apiVersion()
            + "; install ";
    return Obstacle.stuck(Obstacle.STORAGE_NOT_SERVED, why + remedy);
  }
}
