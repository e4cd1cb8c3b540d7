package io.jaegertracing.operator.core;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class RedactionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://elastic:hunter2@es:9200/",
        "https://hunter2@es",
        "Authorization: Bearer hunter2",
        "authorization=Basic hunter2",
        "{\"Authorization\": \"Bearer hunter2\"}",
        "-----BEGIN EC PRIVATE KEY-----\nhunter2\n-----END EC PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\\nhunter2",
        "--es.password=hunter2",
        "{\"password\":\"hunter2 hunter2\"}",
        "{\\\"password\\\":\\\"hunter2\\\"}",
        "password: 'hunter2'",
        "client-secret=hunter2,hunter2",
        "access_token=hunter2&x=1",
        "apiKey: hunter2",
        "tls.key: LS0tLS1CRUdJTiBQUklWQVRFhunter2==",
        "got eyJhbGciOi.eyJzdWIi.hunter2",
      })
  void takesTheSecretOut(String text) {
    assertThat(Redaction.mask(text)).doesNotContain("hunter2").contains("***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "listening on https://[::1]:9443/path?a=b@c",
        "secret jaeger-operator-tls in namespace observability",
        "secretName: jaeger-es",
        "2 tokens left; mail a@b.example",
        "-----BEGIN CERTIFICATE----- is public",
      })
  void leavesTheRestAlone(String text) {
    assertThat(Redaction.mask(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"es.password", "Token", "client_secret", "oauthToken"})
  void aFieldWithTheNameOfASecretIsMaskedWhole(String name) {
    assertThat(Redaction.mask(name, "two words")).isEqualTo("***");
    assertThat(Redaction.mask(name + "File", "two words")).isEqualTo("two words");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        " ",
        "://",
        "://a",
        "@",
        "eyJ",
        "eyJ.",
        "bearer ",
        "password",
        "password=",
        "password=\"",
        "token:'",
        "-----BEGIN ",
        "-----BEGIN PRIVATE KEY-----",
        "LS0tLS1CRUdJT",
        "\\",
        "authorization: basic ",
        "[-_.]secret",
        "password: bearer ",
      })
  void aMegabyteOfBeginningsTakesNoLongerThanAMegabyteOfText(String beginning) {
    var text = beginning.repeat(1_000_000 / beginning.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(Redaction.mask(text)).isNotNull());
  }

  @Test
  void aMegabyteOfKeyIsOneMask() {
    assertThat(Redaction.mask("-----BEGIN RSA PRIVATE KEY-----" + "A".repeat(1_000_000)))
        .isEqualTo("***");
  }

  @Test
  void aProxyNeedsNoSchemeToHideItsUser() {
    assertThat(Redaction.ofProxy("me:secret@proxy:3128")).isEqualTo("***@proxy:3128");
    assertThat(Redaction.ofProxy("http://me:secret@proxy:3128")).isEqualTo("http://***@proxy:3128");
    assertThat(Redaction.ofProxy("10.0.0.0/8,.svc")).isEqualTo("10.0.0.0/8,.svc");
  }

  @Test
  void aDigestIsNoUser() {
    assertThat(Redaction.mask("mirror/schema@sha256:00ff")).isEqualTo("mirror/schema@sha256:00ff");
  }
}
