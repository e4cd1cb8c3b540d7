package io.jaegertracing.operator.core;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RedactionTest {
  @Test
  void hidesTheUserOfAUrlEvenWithOddPasswords() {
    assertThat(Redaction.of("https://me:se/c@ret@host:1/x")).isEqualTo("https://***@host:1/x");
  }

  @Test
  void leavesADigestAlone() {
    assertThat(Redaction.of("mirror/schema@sha256:00ff")).isEqualTo("mirror/schema@sha256:00ff");
  }

  @Test
  void hidesTheUserOfAProxyWithoutAScheme() {
    assertThat(Redaction.ofProxy("me:secret@proxy:3128")).isEqualTo("***@proxy:3128");
    assertThat(Redaction.ofProxy("http://me:secret@proxy:3128")).isEqualTo("http://***@proxy:3128");
    assertThat(Redaction.ofProxy("10.0.0.0/8,.svc")).isEqualTo("10.0.0.0/8,.svc");
  }
}
