package io.jaegertracing.operator.http.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates; the only class that knows Bouncy Castle, whose classes are loaded when one must be made and not before. */
final class CertificateAuthority {
  /** Clocks of a machine and its clients differ. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final SecureRandom random = new SecureRandom();
  private final JcaX509ExtensionUtils extensions;
  private final KeyPair keys;
  private final X500Name name;
  private final Date from;
  private final Date until;

  private CertificateAuthority(String commonName, Instant now, Duration life)
      throws GeneralSecurityException {
    this.extensions = new JcaX509ExtensionUtils();
    this.keys = keyPair();
    this.name = new X500Name("CN=" + commonName);
    this.from = Date.from(now.minus(SKEW));
    this.until = Date.from(now.plus(life));
  }

  /** An authority's certificate and a server's, each in PEM, with the server's key. */
  record Issued(String authority, String certificate, String key) {
    Map<String, String> files() {
      var files = new LinkedHashMap<String, String>();
      files.put("ca.crt", authority);
      files.put("tls.crt", certificate);
      files.put("tls.key", key);
      return files;
    }

    /** Without the key. */
    @Override
    public String toString() {
      return certificate;
    }
  }

  /** The authority's key is thrown away: whoever steals the folder can issue nothing. */
  static Issued development(String commonName, List<String> names, Instant now, Duration life) {
    try {
      var authority = new CertificateAuthority(commonName, now, life);
      var server = keyPair();
      return new Issued(
          pem("CERTIFICATE", authority.own()),
          pem("CERTIFICATE", authority.issue(server.getPublic(), names)),
          pem("PRIVATE KEY", server.getPrivate().getEncoded()));
    } catch (GeneralSecurityException | IOException | OperatorCreationException impossible) {
      throw new IllegalStateException("P-256 is part of every JDK", impossible);
    }
  }

  private byte[] own() throws IOException, OperatorCreationException {
    return signed(builder(name, keys.getPublic())
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
        .addExtension(
            Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)));
  }

  private byte[] issue(PublicKey server, List<String> names)
      throws IOException, OperatorCreationException {
    var alternatives =
        names.stream().map(CertificateAuthority::alternative).toArray(GeneralName[]::new);
    return signed(builder(new X500Name("CN=" + names.get(0)), server)
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
        .addExtension(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
        .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives)));
  }

  private X509v3CertificateBuilder builder(X500Name subject, PublicKey key) throws IOException {
    return new JcaX509v3CertificateBuilder(
            name, new BigInteger(120, random).add(BigInteger.ONE), from, until, subject, key)
        .addExtension(
            Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key))
        .addExtension(
            Extension.authorityKeyIdentifier,
            false,
            extensions.createAuthorityKeyIdentifier(keys.getPublic()));
  }

  private byte[] signed(X509v3CertificateBuilder certificate)
      throws IOException, OperatorCreationException {
    return certificate
        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
        .getEncoded();
  }

  private static GeneralName alternative(String name) {
    return new GeneralName(
        name.matches("[0-9.]+|.*:.*") ? GeneralName.iPAddress : GeneralName.dNSName, name);
  }

  private static KeyPair keyPair() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static String pem(String type, byte[] der) {
    var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
  }
}
