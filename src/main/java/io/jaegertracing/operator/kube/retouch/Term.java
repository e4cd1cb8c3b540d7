package io.jaegertracing.operator.kube.retouch;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.core.admission.injection.Reconsideration.Step;
import io.jaegertracing.operator.core.inject.WorkloadKind;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.work.Threads;
import io.jaegertracing.operator.kube.work.WorkQueue;
import io.jaegertracing.operator.kube.work.WorkQueue.Outcome;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the moment this replica leads until it leads no more: what is asked for, lists of workloads, and visits to some of them. */
final class Term implements Triggers, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Term.class);
  private static final int FORBIDDEN = 403;

  /** At most as many workloads wait for each other's calls. */
  private static final int HANDS = 2;

  private record Listing(WorkloadKind kind, String namespace) {
    @Override
    public String toString() {
      return kind.resource() + (namespace.isEmpty() ? "" : " of " + namespace);
    }
  }

  private final Workloads workloads;
  private final Judgement judgement;
  private final Triggers changes;
  private final ScheduledThreadPoolExecutor clock = Threads.named("retouch-clock", 1);
  private final WorkQueue<Listing> listings;
  private final WorkQueue<Target> visits;

  Term(Workloads workloads, Judgement judgement, Retouch.Pace pace, Tally tally) {
    this.workloads = workloads;
    this.judgement = judgement;
    var visit = new Visit(workloads, judgement, tally);
    this.visits = new WorkQueue<>("retouch", pace.visits().get(), visit::to, visit::givenUp, HANDS);
    this.listings = new WorkQueue<>(
        "retouch-list",
        pace.listings().get(),
        this::listed,
        listing -> LOG.atWarn().log("{} cannot be listed, their sidecars stay", listing),
        1);
    this.changes = new Settling(
        new Scope(judgement.reconsideration().policy().watched().names()),
        new Settling.Calm(
            pace.settling(), clock, () -> judgement.snapshot().get().isComplete()),
        this::list);
    jaegerChanged();
  }

  int length() {
    return visits.length();
  }

  @Override
  public void jaegerChanged() {
    changes.jaegerChanged();
  }

  @Override
  public void namespaceChanged(String name) {
    changes.namespaceChanged(name);
  }

  /** Nothing is begun any more, and what is being done is interrupted. */
  @Override
  public void close() {
    clock.shutdownNow();
    listings.close();
    visits.close();
  }

  private void list(String namespace) {
    judgement.reconsideration().kinds().forEach(kind -> listings.add(new Listing(kind, namespace)));
  }

  private Outcome listed(Listing listing) {
    try {
      workloads.each(listing.kind(), listing.namespace(), live -> {
        if (isWorthAVisit(listing.kind(), live)) {
          visits.add(Target.of(listing.kind(), live));
        }
      });
      return Outcome.DONE;
    } catch (ApiFailure failure) {
      return failed(listing, failure);
    }
  }

  /** What breaks the judge is visited: there it is tried again, alone, and given up with a warning. */
  private boolean isWorthAVisit(WorkloadKind kind, JsonNode live) {
    try {
      return judgement.step(kind, live).filter(Step.Leave.class::isInstance).isEmpty();
    } catch (RuntimeException defect) {
      LOG.atDebug().setCause(defect).log("judged again at the visit");
      return true;
    }
  }

  private static Outcome failed(Listing listing, ApiFailure failure) {
    if (failure.isAbsence()) {
      return Outcome.DONE; // The cluster does not know this kind.
    }
    if (failure.code() == FORBIDDEN) {
      LOG.atWarn()
          .log("{} cannot be listed, their sidecars stay: {}", listing, failure.getMessage());
      return Outcome.DONE;
    }
    return Outcome.AGAIN;
  }
}
