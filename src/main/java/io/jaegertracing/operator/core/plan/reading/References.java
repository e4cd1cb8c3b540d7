package io.jaegertracing.operator.core.plan.reading;

import io.jaegertracing.operator.api.Jaeger;
import io.jaegertracing.operator.core.plan.Platform;
import io.jaegertracing.operator.core.plan.Storage;
import java.util.Optional;

/** What a Jaeger expects to exist already. */
public final class References {
  private References() {}

  /** The Elasticsearch in its own namespace that somebody else provisions. */
  public static Optional<String> elasticsearch(Jaeger jaeger, Platform platform) {
    return new StorageReader(platform.images(), new Words(new Findings()))
        .read(jaeger.getSpec().storage)
        .selfProvisioned()
        .filter(cluster -> !cluster.provisioned())
        .map(Storage.Elasticsearch::name);
  }
}
