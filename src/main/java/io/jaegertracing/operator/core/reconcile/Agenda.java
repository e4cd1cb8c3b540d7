package io.jaegertracing.operator.core.reconcile;

import io.jaegertracing.operator.core.reconcile.existing.Child;
import io.jaegertracing.operator.core.reconcile.existing.Family;
import io.jaegertracing.operator.core.reconcile.existing.Health;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.core.reconcile.existing.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be done now, in this order: writes, and when nothing stands in the way any more what is not wanted any longer. Pure, so that nothing in here can wait: what has to come first is an obstacle, and
 * its end an event that asks for the next agenda.
 *
 * @param done by name, the Jobs that need not run again
 */
public record Agenda(
    List<Write> writes,
    List<Child> prunes,
    Optional<Obstacle> obstacle,
    SortedMap<String, String> done) {
  public Agenda {
    writes = List.copyOf(writes);
    prunes = List.copyOf(prunes);
  }

  /**
   * From what is wanted and what exists.
   *
   * @param spared what is made elsewhere, and wanted
   */
  public static Agenda of(
      List<Desired> desired, Set<Place> spared, Family family, Map<String, String> done) {
    return new Maker(desired, family, done).make(spared);
  }

  /** One of these Secrets is named by the operator of Elasticsearch, and there can be no second. */
  private static final String OTHER_CERTIFICATES =
      "if it is another Jaeger's, set spec.storage.elasticsearch.useCertManagement of both to true; else ";

  /** Nothing can be done. */
  public static Agenda halted(Obstacle obstacle, Map<String, String> done) {
    return new Agenda(List.of(), List.of(), Optional.of(obstacle), new TreeMap<>(done));
  }

  /** What stands in the way was only seen while this was done. */
  public Agenda stoppedBy(Obstacle found) {
    return new Agenda(writes, List.of(), Optional.of(found), done);
  }

  /** Something is missing that what runs can do without for now; as long as it is, nothing is deleted. */
  Agenda hindered(Obstacle missing) {
    return new Agenda(writes, List.of(), Optional.of(missing), done);
  }

  /** One use. */
  private static final class Maker {
    private final List<Desired> desired;
    private final Family family;
    private final List<Write> writes = new ArrayList<>();
    private final Set<Place> wanted = new HashSet<>();
    private final SortedMap<String, String> done;
    private Optional<Obstacle> obstacle = Optional.empty();

    Maker(List<Desired> desired, Family family, Map<String, String> done) {
      this.desired = desired.stream()
          .sorted(Comparator.comparing(one -> one.place().kind()))
          .toList();
      this.family = family;
      this.done = new TreeMap<>(done);
    }

    Agenda make(Set<Place> spared) {
      for (var kind : OwnedKind.values()) {
        var group = desired.stream().filter(one -> one.place().kind() == kind).toList();
        if (obstacle.isEmpty()) {
          group.forEach(kind == OwnedKind.JOB ? this::errand : this::object);
        }
        if (obstacle.isEmpty() && kind.isProvisioned()) {
          obstacle = unprovisioned(group);
        }
      }
      wanted.addAll(spared);
      return new Agenda(writes, obstacle.isEmpty() ? unwanted() : List.of(), obstacle, done);
    }

    private void object(Desired one) {
      var live = family.at(one.place());
      wanted.add(one.place());
      var found = live.filter(child -> !isUnclaimed(child))
          .flatMap(child -> inTheWay(one, child, family.jaeger()));
      if (found.isPresent()) {
        obstacle = found;
      } else if (live.isEmpty() || !isApplied(one, live.get())) {
        writes.add(Write.of(one, live));
      }
    }

    private void errand(Desired job) {
      if (obstacle.isPresent()) {
        return;
      }
      obstacle = family
          .at(job.place())
          .filter(child -> !child.isOf(family.jaeger()))
          .flatMap(child -> inTheWay(job, child, family.jaeger()));
      if (obstacle.isPresent()) {
        return;
      }
      var errand = Errand.of(job, family, done);
      wanted.add(errand.place());
      errand.job().ifPresent(one -> writes.add(Write.of(one, Optional.empty())));
      done.putAll(errand.done());
      obstacle = errand.obstacle();
    }

    /** The Go operator gave its ConsoleLinks no owner. */
    private static boolean isUnclaimed(Child live) {
      return live.place().kind() == OwnedKind.CONSOLE_LINK && live.owner().isEmpty();
    }

    private boolean isApplied(Desired one, Child live) {
      if (one.place().kind() == OwnedKind.SECRET) {
        return true; // What is in it was made when it was, and another content would be another
        // secret.
      }
      return live.applied().equals(one.digest())
          && (OwnedFields.match(one, live) || family.settled().test(live));
    }

    /** Programs that run already are not held up: their storage was there once, and they know best what becomes of it. */
    private Optional<Obstacle> unprovisioned(List<Desired> group) {
      var waiting = desired.stream()
          .filter(one -> one.place().kind() == OwnedKind.DEPLOYMENT)
          .anyMatch(one -> family.own(one.place()).isEmpty());
      return group.stream()
          .filter(any -> waiting)
          .flatMap(one -> unready(one.place()).stream())
          .findFirst();
    }

    private Optional<Obstacle> unready(Place place) {
      var health = family.own(place).map(Health::of);
      return health.filter(Health::isReady).isPresent()
          ? Optional.empty()
          : Optional.of(Obstacle.waiting(
              Obstacle.STORAGE_NOT_READY,
              place + ": " + health.map(Health::why).orElse("it has just been made")));
    }

    /** What runs stays until what follows it does. */
    private List<Child> unwanted() {
      var handedOver = writes.isEmpty()
          && desired.stream()
              .filter(one -> one.place().kind().isWorkload())
              .allMatch(one -> family
                  .own(one.place())
                  .map(Health::of)
                  .filter(Health::isReady)
                  .isPresent());
      return family.own().stream()
          .filter(child -> !wanted.contains(child.place()) && !child.terminating())
          .filter(child -> handedOver || !child.place().kind().isWorkload())
          .toList();
    }
  }

  /** What an object is that stands where one of the Jaeger's shall. What is going, or goes with the former Jaeger of the name, makes way by itself. */
  public static Optional<Obstacle> inTheWay(Desired one, Child live, String jaeger) {
    var ours = live.isOf(jaeger);
    if (live.terminating()) {
      var going = Obstacle.waiting(Obstacle.BEING_DELETED, one.place() + " is being deleted");
      return Optional.of(ours ? going : going.ofOthers());
    }
    if (ours) {
      return Optional.empty();
    }
    return Optional.of((isOfFormer(one, live)
            ? Obstacle.waiting(
                Obstacle.BEING_DELETED,
                one.place() + " belongs to the former Jaeger of this name, and goes with it")
            : Obstacle.stuck(Obstacle.NAME_TAKEN, taken(one.place())))
        .ofOthers());
  }

  /** There is only one Jaeger of a name at a time. */
  private static boolean isOfFormer(Desired one, Child live) {
    return !live.ownerName().isEmpty()
        && one.tree().at("/metadata/ownerReferences/0/name").asText().equals(live.ownerName());
  }

  private static String taken(Place place) {
    return place + " exists and does not belong to this Jaeger, so that it is left as it is; "
        + (place.kind() == OwnedKind.SECRET ? OTHER_CERTIFICATES : "")
        + "delete or rename it, or give the Jaeger another name";
  }
}
