package io.jaegertracing.operator.kube.retouch;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One change seldom comes alone, and others have to hear of it as well: what has changed is looked at some time later, and not before everything is known. */
public final class Settling implements Triggers {
  /**
   * When it is time to look.
   *
   * @param pause after the first change
   * @param clock counts it, and ends what waits when it is shut down
   * @param known whether there is anything yet to judge by
   */
  public record Calm(Duration pause, ScheduledExecutorService clock, BooleanSupplier known) {}

  private final Scope scope;
  private final Calm calm;
  private final Consumer<String> look;
  private boolean waiting;

  /** @param look at a namespace, or at all of them when its name is empty */
  public Settling(Scope scope, Calm calm, Consumer<String> look) {
    this.scope = scope;
    this.calm = calm;
    this.look = look;
  }

  @Override
  public synchronized void jaegerChanged() {
    scope.everywhere();
    await();
  }

  @Override
  public synchronized void namespaceChanged(String name) {
    scope.add(name);
    await();
  }

  private void await() {
    if (!waiting && !calm.clock().isShutdown()) {
      waiting = true;
      var unused =
          calm.clock().schedule(this::settled, calm.pause().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void settled() {
    waiting = false;
    if (calm.known().getAsBoolean()) {
      scope.take().forEach(look);
    } else {
      await();
    }
  }
}
