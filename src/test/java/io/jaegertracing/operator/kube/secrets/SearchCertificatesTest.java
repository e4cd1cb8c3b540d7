package io.jaegertracing.operator.kube.secrets;

import io.jaegertracing.operator.core.operand.Confidential.Content;
import java.io.IOException;
import java.io.StringWriter;
import java.security.cert.CertificateParsingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SearchCertificatesTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** Short, so that they are made in no time. */
  private static final int BITS = 2048;

  private final SearchCertificates today = at(Duration.ZERO);
  private final Map<String, String> master = today.newAuthority();
  private final Identified authority = today.authority(master).orElseThrow();

  @Test
  void theAuthoritySignsForFiveYears() {
    var certificate = authority.certificate();

    assertThat(certificate.getSubjectX500Principal().getName())
        .isEqualTo("CN=openshift-cluster-logging-signer");
    assertThat(certificate.getBasicConstraints()).isZero();
    assertThat(authority.isSignedBy(certificate)).isTrue();
    assertThat(certificate.getNotAfter()).isEqualTo(START.plus(Duration.ofDays(1825)));
  }

  @Test
  void everySecretHoldsWhatItsReadersLookFor() {
    assertThat(files(Content.NODES))
        .containsOnlyKeys(
            "admin-ca",
            "admin-cert",
            "admin-key",
            "elasticsearch.crt",
            "elasticsearch.key",
            "logging-es.crt",
            "logging-es.key");
    assertThat(files(Content.PROGRAMS)).containsOnlyKeys("ca", "cert", "key");
    assertThat(files(Content.MAINTENANCE)).containsOnlyKeys("ca", "cert", "key");
    assertThat(subject(files(Content.PROGRAMS), "cert", "key"))
        .isEqualTo("CN=user.jaeger,OU=OpenShift,O=Logging");
    assertThat(subject(files(Content.MAINTENANCE), "cert", "key"))
        .isEqualTo("CN=system.logging.curator,OU=OpenShift,O=Logging");
    assertThat(subject(files(Content.NODES), "admin-cert", "admin-key"))
        .isEqualTo("CN=system.admin,OU=OpenShift,O=Logging");
  }

  @Test
  void nodesAreKnownByTheNamesOfTheirServices() throws CertificateParsingException {
    var files = files(Content.NODES);

    assertThat(names(files, "elasticsearch"))
        .containsExactlyInAnyOrder(
            "127.0.0.1",
            "0:0:0:0:0:0:0:1",
            "localhost",
            "elasticsearch",
            "elasticsearch.cluster.local",
            "elasticsearch.here.svc",
            "elasticsearch.here.svc.cluster.local",
            "elasticsearch-cluster",
            "elasticsearch-cluster.cluster.local",
            "elasticsearch-cluster.here.svc",
            "elasticsearch-cluster.here.svc.cluster.local",
            "1.2.3.4.5.5");
    assertThat(names(files, "logging-es"))
        .contains("elasticsearch.here.svc.cluster.local")
        .doesNotContain("elasticsearch-cluster", "1.2.3.4.5.5");
  }

  @Test
  void whatIsGoodStaysUntilTwoThirdsOfItsLifeArePast() {
    var programs = files(Content.PROGRAMS);
    var before = at(Duration.ofDays(480));
    var after = at(Duration.ofDays(490));

    assertThat(before.files(Content.PROGRAMS, programs, authority)).isEqualTo(programs);
    assertThat(before.renewal(Content.PROGRAMS, programs, authority))
        .isBetween(START.plus(Duration.ofDays(486)), START.plus(Duration.ofDays(487)));
    var renewed = after.files(Content.PROGRAMS, programs, authority);
    assertThat(renewed.get("ca")).isEqualTo(programs.get("ca"));
    assertThat(renewed.get("cert")).isNotEqualTo(programs.get("cert"));
    assertThat(after.authority(master)).contains(authority);
    assertThat(at(Duration.ofDays(1220)).authority(master)).isEmpty();
  }

  @Test
  void whatAnotherAuthoritySignedIsMadeAgain() {
    var other = today.authority(today.newAuthority()).orElseThrow();
    var programs = files(Content.PROGRAMS);

    assertThat(today.renewal(Content.PROGRAMS, programs, other)).isEqualTo(Instant.EPOCH);
    var signed = today.files(Content.PROGRAMS, programs, other);
    assertThat(signed.get("ca")).isEqualTo(other.certificatePem());
    assertThat(read(signed, "cert", "key").isSignedBy(other.certificate())).isTrue();
  }

  @Test
  void whatIsBrokenIsMadeAgainAndOnlyThat() {
    var nodes = new TreeMap<>(files(Content.NODES));
    nodes.put("admin-cert", "no certificate");
    nodes.put("logging-es.key", nodes.get("elasticsearch.key"));

    var mended = today.files(Content.NODES, nodes, authority);

    assertThat(today.renewal(Content.NODES, nodes, authority)).isEqualTo(Instant.EPOCH);
    assertThat(mended.get("elasticsearch.crt")).isEqualTo(nodes.get("elasticsearch.crt"));
    assertThat(mended.get("logging-es.crt")).isNotEqualTo(nodes.get("logging-es.crt"));
    assertThat(today.renewal(Content.NODES, mended, authority)).isAfter(START);
  }

  @Test
  void keysOfAnOlderOpensslAreRead() throws IOException {
    var text = new StringWriter();
    try (var pem = new PemWriter(text)) {
      var old = PrivateKeyInfo.getInstance(authority.key().getEncoded()).parsePrivateKey();
      pem.writeObject(new PemObject("RSA PRIVATE KEY", old.toASN1Primitive().getEncoded()));
    }

    assertThat(today.authority(Map.of("ca", master.get("ca"), "ca-key", text.toString())))
        .isPresent();
  }

  private Map<String, String> files(Content content) {
    return today.files(content, Map.of(), authority);
  }

  private static SearchCertificates at(Duration later) {
    return new SearchCertificates("here", new Issuer(BITS, START.plus(later)));
  }

  private static Identified read(Map<String, String> files, String certificate, String key) {
    return Identified.read(files.getOrDefault(certificate, ""), files.getOrDefault(key, ""))
        .orElseThrow();
  }

  private static String subject(Map<String, String> files, String certificate, String key) {
    return read(files, certificate, key).toString();
  }

  private static List<String> names(Map<String, String> files, String file)
      throws CertificateParsingException {
    var read = read(files, file + ".crt", file + ".key");
    return read.certificate().getSubjectAlternativeNames().stream()
        .map(name -> String.valueOf(name.get(1)))
        .toList();
  }
}
