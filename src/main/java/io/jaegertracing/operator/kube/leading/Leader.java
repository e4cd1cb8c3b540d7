package io.jaegertracing.operator.kube.leading;

import com.fasterxml.jackson.databind.JsonNode;
import io.jaegertracing.operator.kube.ApiFailure;
import io.jaegertracing.operator.kube.RawApi;
import io.jaegertracing.operator.kube.work.Threads;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a Lease, or waits for it. Own code, because the client's elector compares the times that another machine wrote with the clock of this one: it takes a Lease that is still
 * held when the clocks differ. Here a Lease has run out when it did not change for its whole length while we watched.
 */
public final class Leader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Leader.class);
  public static final String LEASE = "31e04290.jaegertracing.io";

  /** How long a Lease lasts unless renewed, how long it is tried to renew it, and how often. */
  public record Times(Duration length, Duration deadline, Duration retry) {
    public static final Times USUAL =
        new Times(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2));
  }

  /** Where the Lease is, and who wants it: no two processes may have the same identity. */
  public record Candidate(String namespace, String identity) {}

  private record Observed(JsonNode spec, Watch.Moment since) {}

  private final RawApi api;
  private final Claim claim;
  private final Times times;
  private final Watch watch;
  private final Leadership leadership;
  private final ScheduledThreadPoolExecutor lease = Threads.named("lease", 1);
  private final ScheduledThreadPoolExecutor guard = Threads.named("lease-guard", 1);

  /** Of the lease thread alone. */
  private @Nullable JsonNode held;

  private @Nullable Observed observed;
  private String lastComplaint = "";

  private boolean leading;
  private Watch.Moment renewed;

  public Leader(RawApi api, Candidate candidate, Times times, Watch watch, Leadership leadership) {
    this.api = api.patient(times.deadline().dividedBy(2));
    this.claim = new Claim(candidate.namespace(), LEASE, candidate.identity());
    this.times = times;
    this.watch = watch;
    this.leadership = leadership;
    this.renewed = watch.now();
  }

  public void start() {
    lease.execute(this::attempt);
  }

  /** Ends what the leader does, then gives the Lease back. */
  @Override
  public void close() {
    guard.shutdownNow();
    lease.shutdownNow();
    try {
      if (!lease.awaitTermination(1, TimeUnit.SECONDS)) {
        LOG.atWarn().log("the last call about the lease did not end");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    end("shutdown");
    release();
  }

  private void attempt() {
    var before = watch.now();
    try {
      if (!holds()) {
        end("the lease belongs to somebody else");
      } else if (watch.atMostSince(before).compareTo(times.deadline()) < 0) {
        begin(before);
      }
      complain("");
    } catch (ApiFailure failure) {
      complain(String.valueOf(failure.getMessage()));
    } catch (RuntimeException defect) {
      LOG.atError().setCause(defect).log("the leader's work broke");
    } finally {
      later(lease, this::attempt, pause());
    }
  }

  /** Renewed, taken, or neither. */
  private boolean holds() {
    if (held != null) {
      try {
        held = api.put(
            claim.path(), claim.renewed(held, times.length(), watch.wall().instant()));
        return true;
      } catch (ApiFailure failure) {
        if (!failure.isConflict() && !failure.isAbsence()) {
          throw failure;
        }
        held = null;
      }
    }
    try {
      held = taken();
    } catch (ApiFailure failure) {
      if (!failure.isConflict()) {
        throw failure;
      }
    }
    return held != null;
  }

  private @Nullable JsonNode taken() {
    var now = watch.wall().instant();
    JsonNode current;
    try {
      current = api.get(claim.path());
    } catch (ApiFailure failure) {
      if (!failure.isAbsence()) {
        throw failure;
      }
      return api.post(claim.collection(), claim.first(times.length(), now));
    }
    return claim.isMine(current) || isFree(current)
        ? api.put(claim.path(), claim.renewed(current, times.length(), now))
        : null;
  }

  private boolean isFree(JsonNode current) {
    var spec = current.path("spec");
    if (observed == null || !observed.spec().equals(spec)) {
      observed = new Observed(spec, watch.now());
    }
    return Claim.holder(current).isEmpty()
        || watch.atLeastSince(observed.since()).compareTo(Claim.length(current)) >= 0;
  }

  private synchronized void begin(Watch.Moment since) {
    renewed = since;
    later(guard, this::guard, times.deadline());
    if (!leading && !lease.isShutdown()) {
      leading = true;
      LOG.atInfo().addKeyValue("identity", claim.identity()).log("leading");
      leadership.begins();
    }
  }

  private synchronized void guard() {
    if (watch.atMostSince(renewed).compareTo(times.deadline()) >= 0) {
      end("the lease could not be renewed in time");
    }
  }

  private synchronized void end(String why) {
    if (leading) {
      leading = false;
      LOG.atInfo().addKeyValue("why", why).log("leading no more");
      leadership.ends();
    }
  }

  private void release() {
    try {
      var current = api.get(claim.path());
      if (claim.isMine(current)) {
        api.put(claim.path(), claim.released(current, watch.wall().instant()));
      }
    } catch (ApiFailure failure) {
      if (!failure.isAbsence()) {
        LOG.atWarn().log("the lease was not released: {}", failure.getMessage());
      }
    }
  }

  /** Once, not every two seconds. */
  private void complain(String complaint) {
    if (!complaint.isEmpty() && !complaint.equals(lastComplaint)) {
      LOG.atWarn().log("the lease {} cannot be had: {}", claim.path(), complaint);
    }
    lastComplaint = complaint;
  }

  /** Those who wait come at different times. */
  private Duration pause() {
    return held != null
        ? times.retry()
        : times
            .retry()
            .plusMillis(ThreadLocalRandom.current().nextLong(times.retry().toMillis()));
  }

  private static void later(ScheduledThreadPoolExecutor thread, Runnable task, Duration pause) {
    if (!thread.isShutdown()) {
      var unused = thread.schedule(task, pause.toNanos(), TimeUnit.NANOSECONDS);
    }
  }
}
