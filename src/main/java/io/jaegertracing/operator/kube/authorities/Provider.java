package io.jaegertracing.operator.kube.authorities;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jaegertracing.operator.core.admission.Snapshot;
import io.jaegertracing.operator.core.inject.Meta;
import io.jaegertracing.operator.core.operand.agent.Authorities;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.authorities.Tally.Result;
import io.jaegertracing.operator.kube.lookup.Remembered;
import io.jaegertracing.operator.kube.work.WorkQueue;
import io.jaegertracing.operator.kube.work.WorkQueue.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the ConfigMaps that a sidecar needs in a namespace, soon after it was asked for and once in a while. */
final class Provider implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
  private static final Duration MEMORY = Duration.ofMinutes(10);
  private static final Duration COMPLAINTS = Duration.ofDays(1);
  private static final int MOST_REMEMBERED = 10_000;
  private static final int HANDS = 2;

  /**
   * A namespace in which the sidecar of a Jaeger runs.
   *
   * @param jaeger {@code namespace/name}
   */
  record Need(String namespace, String jaeger) {}

  private final ConfigMaps configMaps;
  private final Supplier<Snapshot> snapshot;
  private final Tally tally;
  private final int mostWaiting;
  private final WorkQueue<Need> queue;
  private final Remembered<Need, Boolean> done;
  private final Remembered<String, Boolean> complaints;

  Provider(
      ConfigMaps configMaps,
      Supplier<Snapshot> snapshot,
      AuthorityKeeper.Pace pace,
      Clock clock,
      Tally tally) {
    this.configMaps = configMaps;
    this.snapshot = snapshot;
    this.tally = tally;
    this.mostWaiting = pace.mostWaiting();
    this.queue =
        new WorkQueue<>("authorities", pace.queue().get(), this::provide, this::givenUp, HANDS);
    this.done = new Remembered<>(clock, MOST_REMEMBERED);
    this.complaints = new Remembered<>(clock, MOST_REMEMBERED);
  }

  /** From any thread, at once. */
  void add(Need need) {
    if (done.get(need).isPresent()) {
      return;
    }
    if (queue.length() >= mostWaiting) {
      tally.count(Result.DROPPED);
      return;
    }
    done.put(need, true, MEMORY);
    queue.add(need);
  }

  void forget(Predicate<Need> which) {
    done.forget(which);
  }

  @Override
  public void close() {
    queue.close();
  }

  private Outcome provide(Need need) {
    try {
      new Authorities(snapshot.get().instances())
          .lent(need.jaeger(), need.namespace())
          .forEach(this::provide);
      return Outcome.DONE;
    } catch (ApiFailure failure) {
      return failed(need, failure);
    }
  }

  private void provide(ConfigMap wanted) {
    var metadata = wanted.getMetadata();
    var live = configMaps.read(metadata.getNamespace(), metadata.getName());
    if (live.filter(found -> !Authorities.isOurs(found)).isPresent()) {
      leave(wanted, "it is somebody else's");
    } else if (live.filter(found -> Authorities.isAsWanted(found, wanted)).isPresent()) {
      tally.count(Result.UNCHANGED);
    } else {
      write(wanted, live);
    }
  }

  private void write(ConfigMap wanted, Optional<Meta> live) {
    var metadata = wanted.getMetadata();
    try {
      configMaps.apply(wanted);
    } catch (ApiFailure failure) {
      if (!failure.isConflict()) {
        throw failure;
      }
      leave(wanted, String.valueOf(failure.getMessage()));
      return;
    }
    tally.count(Result.WRITTEN);
    LOG.atInfo()
        .addKeyValue("namespace", metadata.getNamespace())
        .addKeyValue("name", metadata.getName())
        .log(
            live.isPresent()
                ? "ConfigMap of a sidecar marked again"
                : "ConfigMap made for a sidecar");
  }

  private void leave(ConfigMap wanted, String why) {
    tally.count(Result.FOREIGN);
    var place = wanted.getMetadata().getNamespace() + "/" + wanted.getMetadata().getName();
    complain(
        "foreign " + place,
        "the ConfigMap " + place + " is left as it is, and sidecars mount what is in it: " + why);
  }

  private Outcome failed(Need need, ApiFailure failure) {
    if (failure.isWorthAnotherTry()) {
      tally.count(Result.RETRIED);
      return Outcome.AGAIN;
    }
    done.forget(need::equals);
    if (!failure.isAbsence()) {
      tally.count(Result.REFUSED);
      complain(
          "refused " + failure.getMessage(),
          "ConfigMaps for the sidecar of " + need.jaeger() + " are missing in " + need.namespace()
              + ", so that its Pods do not start: " + failure.getMessage());
    }
    return Outcome.DONE;
  }

  private void givenUp(Need need) {
    done.forget(need::equals);
    tally.count(Result.GIVEN_UP);
    LOG.atWarn()
        .addKeyValue("namespace", need.namespace())
        .addKeyValue("jaeger", need.jaeger())
        .log(
            "ConfigMaps for a sidecar could not be made; the next change of a workload tries again");
  }

  private void complain(String about, String complaint) {
    if (complaints.get(about).isEmpty()) {
      complaints.put(about, true, COMPLAINTS);
      LOG.atWarn().log(complaint);
    }
  }
}
