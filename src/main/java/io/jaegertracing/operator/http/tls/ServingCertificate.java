package io.jaegertracing.operator.http.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
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

  public Instant notAfter() {
    return leaf().getNotAfter().toInstant();
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "certificate " + serial() + " until " + notAfter();
  }
}
