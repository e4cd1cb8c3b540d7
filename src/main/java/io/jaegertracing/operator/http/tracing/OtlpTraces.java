package io.jaegertracing.operator.http.tracing;

import io.jaegertracing.operator.core.Redaction;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** Sends traces by OTLP over HTTP, in batches, on threads of its own; what does not fit into its queue is dropped. */
public final class OtlpTraces implements Course.Follower {
  /** Who sends. */
  public record Origin(String version, Optional<String> namespace, String instance) {}

  /** The calendar, and a clock that only moves forward. */
  public record Time(Clock clock, LongSupplier nanos) {}

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(OtlpTraces.class);
  private static final String NAME = "jaeger-operator";
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration LAST_FLUSH = Duration.ofSeconds(2);
  /** Whoever reaches the port chooses names; a span carries no more of one than this. */
  private static final int LONGEST_VALUE = 1_024;

  private final SdkTracerProvider provider;
  private final Spans spans;
  /** Says the same for every batch; held, because the JDK forgets the level of a logger that nobody holds. */
  private final Logger repetitive = Logger.getLogger("io.opentelemetry.exporter");

  public OtlpTraces(URI endpoint, Origin origin, Time time) {
    repetitive.setLevel(Level.OFF);
    var target = endpoint.toString().replaceAll("/+$", "") + "/v1/traces";
    var exporter = OtlpHttpSpanExporter.builder()
        .setEndpoint(target)
        .setConnectTimeout(CONNECTING)
        .build();
    var exports = new Exports(exporter, Redaction.mask(target), time.nanos());
    this.provider = SdkTracerProvider.builder()
        .setResource(Resource.getDefault().merge(resource(origin)))
        .setSampler(Sampler.parentBased(Sampler.alwaysOn()))
        .setSpanLimits(
            SpanLimits.builder().setMaxAttributeValueLength(LONGEST_VALUE).build())
        .addSpanProcessor(BatchSpanProcessor.builder(exports).build())
        .build();
    this.spans = new Spans(provider.get(NAME), time.clock());
  }

  private static Resource resource(Origin origin) {
    var attributes = Attributes.builder()
        .put("service.name", NAME)
        .put("service.version", origin.version())
        .put("service.instance.id", origin.instance());
    origin
        .namespace()
        .ifPresent(namespace ->
            attributes.put("service.namespace", namespace).put("k8s.namespace.name", namespace));
    return Resource.create(attributes.build());
  }

  @Override
  public void followed(Supplier<Course> course) {
    spans.record(course.get());
  }

  /** Done when the last spans were sent, or after two seconds. */
  public Future<Boolean> close() {
    var sent = new CompletableFuture<Boolean>();
    provider.shutdown().whenComplete(() -> sent.complete(true));
    sent.completeOnTimeout(false, LAST_FLUSH.toMillis(), TimeUnit.MILLISECONDS);
    return Future.fromCompletionStage(sent).onSuccess(all -> {
      if (!all) {
        LOG.atWarn().log("the last traces could not be sent in time");
      }
    });
  }
}
