package io.jaegertracing.operator.http.tracing;

import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Review;
import io.jaegertracing.operator.core.admission.Verdict;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One span per request, and one below it for each time that something was looked up. */
record Spans(Tracer tracer, Clock clock) {
  private static final AttributeKey<List<String>> OBJECTS =
      AttributeKey.stringArrayKey("admission.lookup.objects");

  private static final TextMapGetter<Course.Caller> HEADERS = new Headers();

  /** The end is now; everything else is counted back from it. */
  void record(Course course) {
    var now = clock.instant();
    var end = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    var time = new Time(end, course.lapse().end());
    var caller = W3CTraceContextPropagator.getInstance()
        .extract(Context.root(), course.asked().caller(), HEADERS);
    var span = tracer
        .spanBuilder("admission " + course.asked().kind())
        .setParent(caller)
        .setSpanKind(SpanKind.SERVER)
        .setStartTimestamp(time.of(course.lapse().start()), TimeUnit.NANOSECONDS)
        .startSpan();
    if (span.isRecording()) {
      asked(span, course.asked());
      course.review().ifPresent(review -> reviewed(span, review));
      ended(span, course.ended());
      course.lookups().forEach(round -> lookedUp(caller.with(span), round, time));
    }
    span.end(end, TimeUnit.NANOSECONDS);
  }

  private static void asked(Span span, Course.Asked asked) {
    span.setAttribute("http.request.method", "POST");
    span.setAttribute("url.path", asked.path());
    span.setAttribute("http.request.body.size", asked.body());
  }

  private static void reviewed(Span span, Review review) {
    span.setAttribute("admission.uid", review.uid());
    span.setAttribute("admission.kind", review.kind().kind());
    span.setAttribute("admission.namespace", review.namespace());
    span.setAttribute("admission.name", review.name());
    span.setAttribute("admission.operation", review.operation());
    span.setAttribute("admission.dry_run", review.dryRun());
  }

  private static void ended(Span span, Course.Ended ended) {
    span.setAttribute("http.response.status_code", ended.status());
    span.setAttribute("admission.outcome", ended.outcome());
    span.setAttribute("admission.patch.size", ended.patch());
    ended
        .verdict()
        .map(Verdict::audit)
        .ifPresent(
            audit -> audit.forEach((fact, value) -> span.setAttribute("admission." + fact, value)));
    ended.defect().ifPresent(defect -> {
      var sort = defect.getClass().getName();
      span.setAttribute("error.type", sort);
      span.setStatus(StatusCode.ERROR, "a defect of the operator; its log has the stack");
    });
  }

  private void lookedUp(Context review, Course.Round round, Time time) {
    tracer
        .spanBuilder("lookup")
        .setParent(review)
        .setStartTimestamp(time.of(round.lapse().start()), TimeUnit.NANOSECONDS)
        .setAttribute(
            OBJECTS, round.lookups().stream().map(Spans::name).sorted().toList())
        .setAttribute("admission.lookup.unanswered", round.unanswered())
        .startSpan()
        .end(time.of(round.lapse().end()), TimeUnit.NANOSECONDS);
  }

  private static String name(Lookup lookup) {
    if (lookup instanceof Lookup.OfOwner owner) {
      return owner.kind() + " " + owner.namespace() + "/" + owner.name();
    }
    return lookup instanceof Lookup.OfConfigMap map
        ? "ConfigMap " + map.namespace() + "/" + map.name()
        : "Namespace " + ((Lookup.OfNamespace) lookup).name();
  }

  /** The same moment by two clocks. */
  private record Time(long epoch, long nanos) {
    long of(long moment) {
      return epoch - (nanos - moment);
    }
  }

  private static final class Headers implements TextMapGetter<Course.Caller> {
    @Override
    public Iterable<String> keys(Course.Caller caller) {
      return List.of("traceparent", "tracestate");
    }

    @Override
    public @Nullable String get(Course.@Nullable Caller caller, String key) {
      if (caller == null) {
        return null;
      }
      return switch (key) {
        case "traceparent" -> caller.traceparent();
        case "tracestate" -> caller.tracestate();
        default -> null;
      };
    }
  }
}
