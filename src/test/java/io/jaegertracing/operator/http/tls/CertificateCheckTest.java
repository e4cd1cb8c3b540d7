package io.jaegertracing.operator.http.tls;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.jaegertracing.operator.http.tls.TestPairs.NOW;
import static io.jaegertracing.operator.http.tls.TestPairs.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CertificateCheckTest {
  private static final CertificateAuthority.Issued ISSUED = TestPairs.development(NOW);
  private static final KeyUsage SIGNS = new KeyUsage(KeyUsage.digitalSignature);

  @Test
  void acceptsAGoodPairForEveryNameItHas() {
    var certificate = CertificateCheck.verified(
        pair(ISSUED), List.of("LOCALHOST", "127.0.0.1", "0:0:0:0:0:0:0:1"), NOW);
    assertThat(certificate.notAfter()).isEqualTo(NOW.plus(Duration.ofDays(365)));
    assertThat(certificate.toString()).contains(certificate.serial()).doesNotContain("Private");
  }

  @Test
  void refusesAKeyThatDoesNotBelongToTheCertificate() {
    var other = TestPairs.development(NOW);
    refuses(pair(ISSUED.certificate(), other.key()), NOW)
        .hasMessageContaining(
            "dir/tls.key does not belong to the first certificate of dir/tls.crt; use files of one pair");
  }

  @Test
  void refusesAnAuthorityInFrontOfTheServersOwnCertificate() {
    refuses(pair(ISSUED.authority() + ISSUED.certificate(), ISSUED.key()), NOW)
        .hasMessageContaining("does not belong")
        .hasMessageContaining("own certificate first");
  }

  @Test
  void refusesWhatIsNotValidNow() {
    refuses(pair(ISSUED), NOW.plus(Duration.ofDays(366)))
        .hasMessageContaining("dir/tls.crt expired at 2027-06-01T12:00:00Z");
    refuses(pair(ISSUED), NOW.minus(Duration.ofDays(1)))
        .hasMessageContaining("is not valid before");
  }

  @Test
  void refusesNamesItIsNotFor() {
    assertThatThrownBy(() -> CertificateCheck.verified(
            pair(ISSUED), List.of("localhost", "webhook.observability.svc"), NOW))
        .hasMessageContaining(
            "dir/tls.crt is for localhost, 127.0.0.1, 0:0:0:0:0:0:0:1, not for webhook.observability.svc");
  }

  @ParameterizedTest
  @CsvSource({
    "*.ns.svc,a.ns.svc,true",
    "*.ns.svc,a.b.ns.svc,false",
    "a.svc,A.SVC,true",
    "*.0.0.1,127.0.0.1,false"
  })
  void aStarStandsForOneLabel(String name, String wanted, boolean covered) {
    assertThat(SubjectNames.cover(List.of(name), wanted)).isEqualTo(covered);
  }

  @Test
  void refusesWhatIsNotForServers() throws Exception {
    var keys = TestPairs.keys("EC", 256);
    var key = TestPairs.pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    var authority = TestPairs.selfSigned(
        keys, "SHA256withECDSA", new KeyUsage(KeyUsage.keyCertSign), KeyPurposeId.id_kp_serverAuth);
    var client =
        TestPairs.selfSigned(keys, "SHA256withECDSA", SIGNS, KeyPurposeId.id_kp_clientAuth);
    refuses(pair(authority, key), NOW).hasMessageContaining("lacks digitalSignature");
    refuses(pair(client, key), NOW).hasMessageContaining("lacks serverAuth");
  }

  @ParameterizedTest
  @CsvSource({"EC,256,SHA256withECDSA", "EC,384,SHA256withECDSA", "RSA,2048,SHA256withRSA"})
  void readsKeysInTheirOwnFormAndInPkcs8(String algorithm, int size, String signature)
      throws Exception {
    var keys = TestPairs.keys(algorithm, size);
    var certificate = TestPairs.selfSigned(keys, signature, SIGNS, KeyPurposeId.id_kp_serverAuth);
    var modern = TestPairs.pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    var traditional = TestPairs.pem(algorithm + " PRIVATE KEY", TestPairs.traditional(keys));
    assertThat(
            CertificateCheck.verified(pair(certificate, modern), List.of(), NOW).key())
        .isEqualTo(keys.getPrivate());
    assertThat(CertificateCheck.verified(pair(certificate, traditional), List.of(), NOW)
            .key())
        .isEqualTo(keys.getPrivate());
  }

  @Test
  void refusesAKeyOfAnotherKind() throws Exception {
    var rsa = TestPairs.pem("RSA PRIVATE KEY", TestPairs.traditional(TestPairs.keys("RSA", 2048)));
    refuses(pair(ISSUED.certificate(), rsa), NOW).hasMessageContaining("dir/tls.key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN ",
        "-----BEGIN PRIVATE KEY-----\nhunter2hunter2!\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
      })
  void refusesGarbageByTheNameOfItsFileAndWithoutItsContent(String garbage) {
    refuses(pair(ISSUED.certificate(), garbage), NOW)
        .hasMessageContaining("dir/tls.key")
        .hasMessageNotContaining("hunter");
    refuses(pair(garbage, ISSUED.key()), NOW)
        .hasMessageContaining("dir/tls.crt")
        .hasMessageNotContaining("hunter");
  }

  @Test
  void aPairNeverShowsItsKey() {
    assertThat(pair(ISSUED)).hasToString("dir/tls.crt and dir/tls.key");
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refuses(
      PemPair pair, Instant now) {
    var refusal = assertThatThrownBy(() -> CertificateCheck.verified(pair, List.of(), now));
    refusal
        .asInstanceOf(InstanceOfAssertFactories.type(Failure.class))
        .extracting(Failure::exit)
        .isEqualTo(Exit.NO_INPUT);
    return refusal;
  }
}
