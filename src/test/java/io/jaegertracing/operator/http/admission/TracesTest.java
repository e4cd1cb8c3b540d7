package io.jaegertracing.operator.http.admission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.protobuf.ByteString;
import io.jaegertracing.operator.core.admission.Facts.Answer;
import io.jaegertracing.operator.core.admission.Judge;
import io.jaegertracing.operator.core.admission.Lookup;
import io.jaegertracing.operator.core.admission.Question;
import io.jaegertracing.operator.core.admission.Verdict;
import io.jaegertracing.operator.core.inject.Finding;
import io.jaegertracing.operator.core.inject.Reason;
import io.jaegertracing.operator.http.tracing.OtlpReceiver;
import io.jaegertracing.operator.http.tracing.OtlpTraces;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.vertx.core.Future;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TracesTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.000000006Z");
  private static final Lookup NAMESPACE = new Lookup.OfNamespace("shop");
  private static final Lookup JOB = new Lookup.OfOwner("shop", "batch/v1", "Job", "night", "j");
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";

  private OtlpReceiver receiver;
  private OtlpTraces traces;

  @BeforeEach
  void collect() throws Exception {
    receiver = new OtlpReceiver();
    traces = traces(receiver.endpoint());
  }

  @AfterEach
  void stop() throws Exception {
    traces.close().await(30, TimeUnit.SECONDS);
    receiver.close();
  }

  @Test
  void aReviewIsOneSpanThatSaysWhatCameOut() throws Exception {
    var body = Reviewed.pod(true);
    review(Told.open((review, facts) -> injected()), body, Map.of());
    assertThat(receiver.requests()).containsExactly("POST /v1/traces application/x-protobuf");
    assertThat(receiver.spans()).singleElement().satisfies(span -> {
      assertThat(span.getName()).isEqualTo("admission Pod");
      assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
      assertThat(span.getParentSpanId()).isEqualTo(ByteString.EMPTY);
      assertThat(span.getStatus()).isEqualTo(Status.getDefaultInstance());
      assertThat(span.getEndTimeUnixNano()).isEqualTo(NOW.getEpochSecond() * 1_000_000_000 + 6);
      assertThat(span.getStartTimeUnixNano())
          .isBetween(span.getEndTimeUnixNano() - 30_000_000_000L, span.getEndTimeUnixNano() - 1);
      assertThat(OtlpReceiver.plain(span.getAttributesList()))
          .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
              Map.entry("http.request.method", "POST"),
              Map.entry("url.path", "/judge"),
              Map.entry("http.request.body.size", (long) body.length),
              Map.entry("http.response.status_code", 200L),
              Map.entry("admission.uid", "u-1"),
              Map.entry("admission.kind", "Pod"),
              Map.entry("admission.namespace", "shop"),
              Map.entry("admission.name", "web"),
              Map.entry("admission.operation", "CREATE"),
              Map.entry("admission.dry_run", true),
              Map.entry("admission.reason", "injected"),
              Map.entry("admission.outcome", "allowed"),
              Map.entry("admission.patch.size", (long)
                  injected().patch().orElseThrow().toString().length())));
    });
    assertThat(receiver.resource())
        .containsEntry("service.name", "jaeger-operator")
        .containsEntry("service.version", "1.2.3")
        .containsEntry("service.namespace", "observability")
        .containsEntry("k8s.namespace.name", "observability")
        .containsEntry("service.instance.id", "pod-1");
  }

  @Test
  void theTraceOfTheCallerIsContinued() throws Exception {
    review(allowing(), Reviewed.pod(false), caller("01"));
    assertThat(receiver.spans()).singleElement().satisfies(span -> {
      assertThat(hex(span.getTraceId())).isEqualTo(TRACE);
      assertThat(hex(span.getParentSpanId())).isEqualTo(PARENT);
      assertThat(span.getTraceState()).isEqualTo("vendor=1");
    });
  }

  @Test
  void aCallerWhoDoesNotSampleIsNotFollowed() throws Exception {
    review(allowing(), Reviewed.pod(false), caller("00"));
    assertThat(receiver.requests()).isEmpty();
  }

  @Test
  void aCallerWhoSendsNonsenseStartsANewTrace() throws Exception {
    review(allowing(), Reviewed.pod(false), Map.of("traceparent", "00-zz", "tracestate", ","));
    assertThat(receiver.spans())
        .singleElement()
        .satisfies(span -> assertThat(span.getParentSpanId()).isEqualTo(ByteString.EMPTY));
  }

  @Test
  void everyRoundOfLookupsIsASpanBelow() throws Exception {
    var judge = Told.open((review, facts) -> {
      if (facts.answer(NAMESPACE).isEmpty()) {
        return new Question(Set.of(NAMESPACE, JOB));
      }
      return facts.answers().size() < 3
          ? new Question(Set.of(new Lookup.OfConfigMap("shop", "env")))
          : Verdict.allowed();
    });
    review(judge, Reviewed.pod(false), Map.of());
    var parent = receiver.named("admission Pod").get(0);
    assertThat(receiver.named("lookup"))
        .hasSize(2)
        .allMatch(span -> span.getTraceId().equals(parent.getTraceId()))
        .allMatch(span -> span.getParentSpanId().equals(parent.getSpanId()))
        .allMatch(span -> span.getStartTimeUnixNano() >= parent.getStartTimeUnixNano())
        .allMatch(span -> span.getEndTimeUnixNano() <= parent.getEndTimeUnixNano())
        .extracting(span -> OtlpReceiver.plain(span.getAttributesList()))
        .containsExactly(
            new TreeMap<>(Map.of(
                "admission.lookup.objects",
                List.of("Job shop/night", "Namespace shop"),
                "admission.lookup.unanswered",
                1L)),
            new TreeMap<>(Map.of(
                "admission.lookup.objects",
                List.of("ConfigMap shop/env"),
                "admission.lookup.unanswered",
                1L)));
  }

  @Test
  void aDefectIsAnErrorWithoutItsMessage() throws Exception {
    for (var failsOpen : List.of(true, false)) {
      var judge = new Told(failsOpen, (review, facts) -> {
        throw new IllegalStateException("a secret");
      });
      exchange(judge, Reviewed.pod(false), Map.of());
    }
    flush();
    assertThat(receiver.spans())
        .hasSize(2)
        .allMatch(span -> span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR)
        .noneMatch(span -> span.toString().contains("secret"))
        .extracting(span -> OtlpReceiver.plain(span.getAttributesList()))
        .allMatch(all -> "java.lang.IllegalStateException".equals(all.get("error.type")))
        .allMatch(all -> "failed".equals(all.get("admission.outcome")))
        .extracting(all -> all.get("http.response.status_code"))
        .containsExactly(200L, 500L);
  }

  @Test
  void whatIsNoReviewHasNoKindAndIsNoError() throws Exception {
    review(allowing(), "{}".getBytes(StandardCharsets.UTF_8), Map.of());
    assertThat(receiver.named("admission unknown")).singleElement().satisfies(span -> {
      assertThat(span.getStatus()).isEqualTo(Status.getDefaultInstance());
      assertThat(OtlpReceiver.plain(span.getAttributesList()))
          .containsEntry("http.response.status_code", 400L)
          .containsEntry("admission.outcome", "malformed")
          .doesNotContainKey("admission.uid");
    });
  }

  @Test
  void whatClientsChooseIsCutAndNamesNoSpan() throws Exception {
    var kind = "K".repeat(5_000);
    review(allowing(), Reviewed.review(kind, false, 0), Map.of());
    assertThat(receiver.named("admission other"))
        .singleElement()
        .extracting(span -> OtlpReceiver.plain(span.getAttributesList()).get("admission.kind"))
        .isEqualTo(kind.substring(0, 1_024));
  }

  @Test
  void reviewsOfTheProcessItselfAreNotFollowed() throws Exception {
    review(
        allowing(),
        Reviewed.pod(false),
        Map.of("X-Jaeger-Operator-Rehearsal", AdmissionServer.SECRET.value()));
    assertThat(receiver.requests()).isEmpty();
  }

  @Test
  void anAbsentCollectorIsInNobodysWay() throws Exception {
    receiver.close();
    try (var lines = Lines.of(OtlpTraces.class)) {
      assertThat(exchange(allowing(), Reviewed.pod(false), Map.of())).isEqualTo(200);
      assertThat(traces.close().await(30, TimeUnit.SECONDS)).isFalse();
      assertThat(lines.events()).hasSize(1);
    }
  }

  @Test
  void aCollectorThatRefusesIsToldOf() throws Exception {
    receiver.refuse();
    try (var lines = Lines.of("io.jaegertracing.operator.http.tracing")) {
      review(allowing(), Reviewed.pod(false), Map.of());
      assertThat(lines.events())
          .extracting(line -> line.getMessage())
          .containsExactly(
              "traces cannot be sent; start a collector there or give another --otlp-endpoint");
    }
  }

  @Test
  void aFollowerWhoBreaksSpoilsNothing() throws Exception {
    try (var lines = Lines.of(FailureLog.class);
        var server = new AdmissionServer(court(allowing()), Limits.usual(), course -> {
          throw new IllegalStateException("lost");
        })) {
      assertThat(server.post("/judge", Reviewed.pod(false)).statusCode()).isEqualTo(200);
      server.metrics();
      assertThat(lines.events()).hasSize(1);
    }
  }

  private void review(Judge judge, byte[] body, Map<String, String> headers) throws Exception {
    exchange(judge, body, headers);
    flush();
  }

  private int exchange(Judge judge, byte[] body, Map<String, String> headers) throws Exception {
    try (var server = new AdmissionServer(court(judge), Limits.usual(), traces)) {
      var request = server
          .request("/judge")
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofByteArray(body));
      headers.forEach(request::header);
      var status = server.send(request).statusCode();
      server.metrics();
      return status;
    }
  }

  private void flush() throws Exception {
    traces.close().await(30, TimeUnit.SECONDS);
  }

  private static OtlpTraces traces(URI endpoint) {
    return new OtlpTraces(
        endpoint,
        new OtlpTraces.Origin("1.2.3", Optional.of("observability"), "pod-1"),
        new OtlpTraces.Time(Clock.fixed(NOW, ZoneOffset.UTC), System::nanoTime));
  }

  private static Map<String, String> caller(String flags) {
    return Map.of(
        "traceparent", "00-" + TRACE + "-" + PARENT + "-" + flags, "tracestate", "vendor=1");
  }

  private static Court court(Judge judge) {
    return AdmissionServer.court(
        Map.of("/judge", judge),
        (lookups, budget) -> Future.succeededFuture(Map.of(NAMESPACE, new Answer.Absent())));
  }

  private static Judge allowing() {
    return Told.open((review, facts) -> Verdict.allowed());
  }

  private static Verdict injected() {
    var patch = JsonNodeFactory.instance.arrayNode();
    patch.addObject().put("op", "add").put("path", "/spec/x").put("value", "y");
    return Verdict.about(Finding.of(Reason.INJECTED, ""), Optional.of(patch), List.of());
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
