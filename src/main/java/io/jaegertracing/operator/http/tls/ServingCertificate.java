package io.jaegertracing.operator.http.tls;

import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A certificate chain, the server's own first, with the key that belongs to it; made only by {@link CertificateCheck}. */
public record ServingCertificate(List<X509Certificate> chain, PrivateKey key) {
  public ServingCertificate {
    chain = List.copyOf(chain);
  }

  public X509Certificate leaf() {
    return chain.get(0);
  }

  public String serial() {
    return leaf().getSerialNumber().toString(16);
  }

  /** What a client may ask for: host names before addresses. */
  public List<String> names() {
    try {
      return SubjectNames.of(leaf()).stream()
          .sorted(Comparator.comparing(SubjectNames::isAddress))
          .toList();
    } catch (CertificateParsingException unreadable) {
      return List.of();
    }
  }

  public Instant notAfter() {
    return leaf().getNotAfter().toInstant();
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "certificate " + serial() + " until " + notAfter();
  }
}
