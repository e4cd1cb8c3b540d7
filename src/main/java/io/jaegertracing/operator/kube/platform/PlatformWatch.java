package io.jaegertracing.operator.kube.platform;

import io.jaegertracing.operator.kube.cache.CapabilityWatch;
import io.jaegertracing.operator.kube.rest.Api;
import io.jaegertracing.operator.kube.work.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/** Notices when the cluster becomes an OpenShift, or is none any more: what is followed says when to ask, and nothing but the answer counts. */
public final class PlatformWatch implements CapabilityWatch.Listener, AutoCloseable {
  /** What it follows with. */
  public record Means(Api api, Clock clock) {}

  /**
   * How soon it asks.
   *
   * @param settling what comes and goes in the meantime is no change
   * @param spread up to that much later, so that not all replicas begin anew at once
   */
  public record Pace(Duration settling, Duration spread, Backoff tries) {
    public static final Pace USUAL = new Pace(
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), Integer.MAX_VALUE));

    private Duration drawn() {
      var more = ThreadLocalRandom.current().nextLong(spread.toMillis() + 1);
      return settling.plusMillis(more);
    }
  }

  private final RouteGroup group;
  private final boolean openShift;
  private final Pace pace;
  private final CapabilityWatch watch;
  private final AtomicBoolean noticed = new AtomicBoolean();
  private final CompletableFuture<Boolean> other = new CompletableFuture<>();

  /** What the group said at the start is what the rest of the program believes. */
  public PlatformWatch(RouteGroup group, boolean openShift, Pace pace, Means means) {
    this.group = group;
    this.openShift = openShift;
    this.pace = pace;
    this.watch = new CapabilityWatch(means.api(), RouteGroup.SIGN, this, means.clock());
  }

  public void start() {
    watch.start();
  }

  /** Done when it differs from what it was, with whether it is an OpenShift now. */
  public CompletionStage<Boolean> other() {
    return other;
  }

  /** It may have changed between the first answer and the first look. */
  @Override
  public void settled() {
    changed();
  }

  @Override
  public void changed() {
    if (noticed.compareAndSet(false, true)) {
      group.later(pace.drawn(), this::look);
    }
  }

  @Override
  public void close() {
    watch.close();
  }

  private void look() {
    noticed.set(false);
    var unused = group.isServed(pace.tries()).thenAccept(served -> {
      if (served != openShift) {
        other.complete(served);
      }
    });
  }
}
