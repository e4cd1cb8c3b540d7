package io.jaegertracing.operator.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Info;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The numbers of this process and the route where they are read. */
public final class Metrics implements Routes, AutoCloseable {
  /** Which versions these are the numbers of. */
  public record Build(
      String version, String jaegerVersion, String agentVersion, String javaVersion) {}

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  public Metrics(Build build) {
    collections.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    describe(build);
  }

  /** Not by Micrometer, which takes the ending _info away. */
  private void describe(Build build) {
    Info.builder()
        .name("jaeger_operator_build_info")
        .help("Versions in use; the value is always 1.")
        .labelNames("version", "jaeger_version", "agent_version", "java_version")
        .register(registry.getPrometheusRegistry())
        .setLabelValues(
            build.version(), build.jaegerVersion(), build.agentVersion(), build.javaVersion());
  }

  /** Where others register theirs. */
  public MeterRegistry registry() {
    return registry;
  }

  @Override
  public void mount(Router router) {
    router.get("/metrics").handler(this::scrape);
  }

  /** On a worker: it visits every thread and every meter. */
  private void scrape(RoutingContext context) {
    context
        .vertx()
        .executeBlocking(() -> registry.scrape(), false)
        .onSuccess(text -> context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
            .end(text))
        .onFailure(context::fail);
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
