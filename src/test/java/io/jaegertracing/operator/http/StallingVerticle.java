package io.jaegertracing.operator.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.concurrent.CountDownLatch;

/** Holds its event loop, when told, until it is released. */
final class StallingVerticle extends VerticleBase {
  private final EventLoops loops;
  private final CountDownLatch release;

  StallingVerticle(EventLoops loops, CountDownLatch release) {
    this.loops = loops;
    this.release = release;
  }

  @Override
  public Future<?> start() {
    loops.watch(context);
    return Future.succeededFuture();
  }

  void stall() {
    context.runOnContext(stall -> {
      try {
        release.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    });
  }
}
