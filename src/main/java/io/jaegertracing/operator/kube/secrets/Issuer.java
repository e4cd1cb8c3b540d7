package io.jaegertracing.operator.kube.secrets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates as the Go operator has them: the same names, uses, lives and algorithms. */
record Issuer(int bits, Instant now) {
  /** Clocks of a machine and its clients differ. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private static final Duration LIFE_OF_AN_AUTHORITY = Duration.ofDays(1825);
  private static final Duration LIFE = Duration.ofDays(730);
  private static final X500Name AUTHORITY = new X500Name("CN=openshift-cluster-logging-signer");

  Identified authority() {
    return made(() -> {
      var keys = keyPair();
      var extensions = new JcaX509ExtensionUtils();
      var builder = builder(AUTHORITY, AUTHORITY, LIFE_OF_AN_AUTHORITY, keys.getPublic())
          .addExtension(
              Extension.subjectKeyIdentifier,
              false,
              extensions.createSubjectKeyIdentifier(keys.getPublic()))
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
          .addExtension(
              Extension.keyUsage,
              true,
              new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign | KeyUsage.cRLSign));
      return new Identified(signed(builder, keys), keys.getPrivate());
    });
  }

  Identified issue(Identified authority, Holder holder) {
    return made(() -> {
      var keys = keyPair();
      var issuer = new JcaX509CertificateHolder(authority.certificate());
      var extensions = new JcaX509ExtensionUtils();
      var subject = new X500Name("O=Logging,OU=OpenShift,CN=" + holder.commonName());
      var builder = builder(issuer.getSubject(), subject, LIFE, keys.getPublic())
          .addExtension(
              Extension.keyUsage,
              true,
              new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
          .addExtension(Extension.basicConstraints, false, new BasicConstraints(false))
          .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
            KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
          }))
          .addExtension(
              Extension.subjectKeyIdentifier,
              false,
              extensions.createSubjectKeyIdentifier(keys.getPublic()))
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              extensions.createAuthorityKeyIdentifier(issuer));
      if (!holder.alternatives().isEmpty()) {
        var names = holder.alternatives().toArray(GeneralName[]::new);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
      }
      var signer = new KeyPair(authority.certificate().getPublicKey(), authority.key());
      return new Identified(signed(builder, signer), keys.getPrivate());
    });
  }

  /** Something that can fail only on a broken JDK. */
  private interface Making {
    Identified make() throws GeneralSecurityException, IOException, OperatorCreationException;
  }

  private static Identified made(Making making) {
    try {
      return making.make();
    } catch (GeneralSecurityException | IOException | OperatorCreationException impossible) {
      throw new IllegalStateException("RSA and SHA-512 are part of every JDK", impossible);
    }
  }

  private X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, Duration life, PublicKey key) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(120, new SecureRandom()).add(BigInteger.ONE),
        Date.from(now.minus(SKEW)),
        Date.from(now.plus(life)),
        subject,
        key);
  }

  private static X509Certificate signed(X509v3CertificateBuilder certificate, KeyPair signer)
      throws OperatorCreationException, IOException, GeneralSecurityException {
    var encoded = certificate
        .build(new JcaContentSignerBuilder("SHA512withRSA").build(signer.getPrivate()))
        .getEncoded();
    return (X509Certificate) CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(encoded));
  }

  private KeyPair keyPair() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair();
  }
}
