package io.jaegertracing.operator.core.reconcile.status;

import io.jaegertracing.operator.core.reconcile.Agenda;
import io.jaegertracing.operator.core.reconcile.Desired;
import io.jaegertracing.operator.core.reconcile.Obstacle;
import io.jaegertracing.operator.core.reconcile.existing.Family;
import io.jaegertracing.operator.core.reconcile.existing.Health;
import io.jaegertracing.operator.core.reconcile.existing.OwnedKind;
import io.jaegertracing.operator.core.reconcile.existing.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a Jaeger stands after everything was done that could be done.
 *
 * @param version of Jaeger that it was brought to; nothing when its options still have to be read as those of an earlier one
 * @param refusals why it became nothing
 * @param failure what could not be written, and why
 */
public record Standing(
    long generation,
    Optional<String> version,
    List<String> refusals,
    Optional<String> failure,
    List<Desired> desired,
    Family family,
    Optional<Agenda> agenda) {
  public Standing {
    refusals = List.copyOf(refusals);
    desired = List.copyOf(desired);
  }

  /** One word for programs, and what people need to know. */
  public record Matter(String reason, String message) {}

  /** Whether what is in the way may go without anybody telling us. */
  public boolean isWorthAnotherTry() {
    return failure.isPresent()
        || agenda.flatMap(Agenda::obstacle).filter(Obstacle::silent).isPresent();
  }

  /** What somebody has to do something about. */
  public Optional<Matter> trouble() {
    if (!refusals.isEmpty()) {
      return Optional.of(new Matter("Refused", String.join("; ", refusals)));
    }
    return failure
        .map(text -> new Matter("ApplyFailed", text))
        .or(() -> obstacle(false))
        .or(() -> gathered("RolloutFailed", Health.State.FAILED));
  }

  /** What passes by itself. */
  public Optional<Matter> progress() {
    return obstacle(true).or(() -> gathered("RollingOut", Health.State.PROGRESSING));
  }

  /** What the cluster does not know, and everything runs without. */
  Stream<Place> leftOut() {
    return desired.stream()
        .map(Desired::place)
        .filter(place -> place.kind() == OwnedKind.SERVICE_MONITOR)
        .filter(place -> family.own(place).isEmpty());
  }

  /** Whether anything but the storage is waited for does not matter here. */
  Optional<Matter> storage() {
    return agenda.flatMap(Agenda::obstacle).filter(Obstacle::isOfTheStorage).map(Standing::matter);
  }

  Stream<Desired> workloads() {
    return desired.stream().filter(one -> one.place().kind().isWorkload());
  }

  Optional<Health> health(Desired one) {
    return family.own(one.place()).map(Health::of);
  }

  private Optional<Matter> obstacle(boolean passing) {
    return agenda
        .flatMap(Agenda::obstacle)
        .filter(obstacle -> obstacle.passing() == passing)
        .map(Standing::matter);
  }

  private static Matter matter(Obstacle obstacle) {
    return new Matter(obstacle.reason(), obstacle.text());
  }

  private Optional<Matter> gathered(String reason, Health.State state) {
    var text = workloads().flatMap(one -> told(one, state)).collect(Collectors.joining("; "));
    return text.isEmpty() ? Optional.empty() : Optional.of(new Matter(reason, text));
  }

  private Stream<String> told(Desired one, Health.State state) {
    var health =
        health(one).orElseGet(() -> new Health(Health.State.PROGRESSING, "it is to be made"));
    return health.state() == state ? Stream.of(one.place() + ": " + health.why()) : Stream.empty();
  }
}
