package io.jaegertracing.operator.http.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends, and says at most once a minute that it cannot. */
final class Exports implements SpanExporter {
  private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
  private static final Duration QUIET = Duration.ofMinutes(1);

  private final SpanExporter exporter;
  private final String target;
  private final LongSupplier nanos;
  private long lost;
  private @Nullable Long told;

  Exports(SpanExporter exporter, String target, LongSupplier nanos) {
    this.exporter = exporter;
    this.target = target;
    this.nanos = nanos;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    var sent = exporter.export(spans);
    return sent.whenComplete(() -> {
      if (!sent.isSuccess()) {
        failed(spans.size(), sent.getFailureThrowable());
      }
    });
  }

  private synchronized void failed(int count, @Nullable Throwable cause) {
    lost += count;
    var now = nanos.getAsLong();
    if (told != null && now - told < QUIET.toNanos()) {
      return;
    }
    LOG.atWarn()
        .addKeyValue("endpoint", target)
        .addKeyValue("lost", lost)
        .addKeyValue(
            "cause", Optional.ofNullable(cause).map(Throwable::toString).orElse("unknown"))
        .log("traces cannot be sent; start a collector there or give another --otlp-endpoint");
    told = now;
    lost = 0;
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
