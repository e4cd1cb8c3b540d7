package io.jaegertracing.operator.http.tracing;

import io.jaegertracing.operator.http.admission.Lines;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExportsTest {
  private final AtomicLong nanos = new AtomicLong(5);
  private final AtomicBoolean works = new AtomicBoolean();
  private final Exports exports = new Exports(new Moody(works), "http://x/v1/traces", nanos::get);

  @Test
  void aFailureIsToldOnceAMinuteWithWhatWasLostSince() {
    try (var lines = Lines.of(Exports.class)) {
      for (var second = 0; second < 60; second++) {
        export();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      }
      assertThat(lines.events()).hasSize(1);
      export();
      assertThat(lines.events()).hasSize(2);
      assertThat(lines.events().get(0).getKeyValuePairs().toString())
          .contains("http://x/v1/traces", "lost=\"2\"", "java.io.IOException: refused");
      assertThat(lines.events().get(1).getKeyValuePairs().toString()).contains("lost=\"120\"");
    }
  }

  @Test
  void whatIsSentIsNotTold() {
    works.set(true);
    try (var lines = Lines.of(Exports.class)) {
      export();
      assertThat(lines.events()).isEmpty();
    }
  }

  private void export() {
    exports.export(java.util.Arrays.asList(null, null));
  }

  private record Moody(AtomicBoolean works) implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      return works.get()
          ? CompletableResultCode.ofSuccess()
          : CompletableResultCode.ofExceptionalFailure(new IOException("refused"));
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofAll(List.of());
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
