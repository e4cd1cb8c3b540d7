package io.jaegertracing.operator.kube.rest;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts everything that is asked of the API server, each attempt of it, as soon as there is something to count with. */
public final class Calls implements Interceptor {
  private volatile @Nullable MeterRegistry registry;

  public void countedBy(MeterRegistry meters) {
    registry = meters;
  }

  @Override
  public void after(
      HttpRequest request,
      HttpResponse<?> response,
      AsyncBody.Consumer<List<ByteBuffer>> consumer) {
    count(request, response.code());
  }

  @Override
  public void afterConnectionFailure(HttpRequest request, Throwable failure) {
    count(request, 0);
  }

  private void count(HttpRequest request, int code) {
    var meters = registry;
    if (meters != null) {
      var call = Call.of(request.method(), request.uri(), code);
      meters
          .counter(
              "jaeger_operator_api_requests",
              "verb",
              call.verb(),
              "resource",
              call.resource(),
              "code",
              Integer.toString(call.code()))
          .increment();
    }
  }
}
