package io.jaegertracing.operator.http.tls;

import java.io.StringWriter;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Pairs of every kind, good and bad. */
final class TestPairs {
  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private TestPairs() {}

  static CertificateAuthority.Issued development(Instant made) {
    return CertificateAuthority.development(
        DevelopmentCertificates.ISSUER, DevelopmentCertificates.NAMES, made, Duration.ofDays(365));
  }

  static PemPair pair(CertificateAuthority.Issued issued) {
    return pair(issued.certificate(), issued.key());
  }

  static PemPair pair(String certificate, String key) {
    return new PemPair("dir/tls.crt", certificate, "dir/tls.key", key);
  }

  static ServingCertificate good(Instant now) {
    return CertificateCheck.verified(pair(development(now)), List.of(), now);
  }

  static KeyPair keys(String algorithm, int size) throws Exception {
    var generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(size);
    return generator.generateKeyPair();
  }

  static String selfSigned(KeyPair keys, String signature, KeyUsage usage, KeyPurposeId purpose)
      throws Exception {
    var name = new X500Name("CN=test");
    var from = Date.from(NOW.minus(Duration.ofDays(1)));
    var until = Date.from(NOW.plus(Duration.ofDays(1)));
    var certificate = new JcaX509v3CertificateBuilder(
            name, BigInteger.TEN, from, until, name, keys.getPublic())
        .addExtension(Extension.keyUsage, true, usage)
        .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose))
        .build(new JcaContentSignerBuilder(signature).build(keys.getPrivate()));
    return pem("CERTIFICATE", certificate.getEncoded());
  }

  /** The form of a key before PKCS#8: SEC1 or PKCS#1. */
  static byte[] traditional(KeyPair keys) throws Exception {
    return PrivateKeyInfo.getInstance(keys.getPrivate().getEncoded())
        .parsePrivateKey()
        .toASN1Primitive()
        .getEncoded();
  }

  static String pem(String type, byte[] der) throws Exception {
    var text = new StringWriter();
    try (var writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(type, der));
    }
    return text.toString();
  }
}
