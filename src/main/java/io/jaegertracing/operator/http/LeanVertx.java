package io.jaegertracing.operator.http;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/** Vert.x without its cache on disk: the root file system may be read-only. */
public final class LeanVertx {
  private LeanVertx() {}

  /** One event loop for each instance of the webhook, and one for everything else. */
  public static Vertx start(int webhookInstances) {
    return Vertx.vertx(new VertxOptions()
        .setEventLoopPoolSize(webhookInstances + 1)
        .setFileSystemOptions(new FileSystemOptions()
            .setFileCachingEnabled(false)
            .setClassPathResolvingEnabled(false)));
  }
}
