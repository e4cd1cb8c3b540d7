package io.jaegertracing.operator.kube.secrets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** A certificate with its key. */
record Identified(X509Certificate certificate, PrivateKey key) {

  /** Nothing when it is none, or when one does not belong to the other. */
  static Optional<Identified> read(String certificate, String key) {
    try (var pem = new PEMParser(new StringReader(key))) {
      var read = new Identified(
          (X509Certificate) CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(certificate.getBytes(StandardCharsets.US_ASCII))),
          new JcaPEMKeyConverter().getPrivateKey(information(pem.readObject())));
      return Optional.of(read).filter(Identified::isWhole);
    } catch (GeneralSecurityException | IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  String certificatePem() {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("it was just made or read", impossible);
    }
  }

  String keyPem() {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  /** Early enough for an outage of months to do no harm. */
  Instant renewal() {
    var from = certificate.getNotBefore().toInstant();
    var life = Duration.between(from, certificate.getNotAfter().toInstant());
    return from.plus(life.multipliedBy(2).dividedBy(3));
  }

  boolean isSignedBy(X509Certificate authority) {
    try {
      certificate.verify(authority.getPublicKey());
      return true;
    } catch (GeneralSecurityException foreign) {
      return false;
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return certificate.getSubjectX500Principal().getName();
  }

  /** As older and newer versions of openssl write keys. */
  private static PrivateKeyInfo information(Object parsed) throws IOException {
    if (parsed instanceof PEMKeyPair pair) {
      return pair.getPrivateKeyInfo();
    }
    if (parsed instanceof PrivateKeyInfo information) {
      return information;
    }
    throw new IOException("no private key");
  }

  private boolean isWhole() {
    return certificate.getPublicKey() instanceof RSAPublicKey open
        && key instanceof RSAPrivateKey secret
        && open.getModulus().equals(secret.getModulus());
  }

  private static String pem(String type, byte[] der) {
    var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
  }
}
