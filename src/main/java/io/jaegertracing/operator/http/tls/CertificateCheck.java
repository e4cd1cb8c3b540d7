package io.jaegertracing.operator.http.tls;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Says no to a pair before a handshake would: every refusal names the file, what is wrong and the remedy. */
public final class CertificateCheck {
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final String ANY_USE = "2.5.29.37.0";

  private CertificateCheck() {}

  /** The names are those that a client will ask for; none means any. */
  public static ServingCertificate verified(PemPair pair, List<String> names, Instant now) {
    var chain = chain(pair);
    var leaf = chain.get(0);
    var key = key(pair, leaf);
    if (!PrivateKeys.belongs(key, leaf.getPublicKey())) {
      throw refused(
          pair.keyName() + " does not belong to the first certificate of " + pair.certificateName(),
          "use files of one pair, the server's own certificate first");
    }
    checkTime(pair, leaf, now);
    checkUse(pair, leaf);
    checkNames(pair, leaf, names);
    return new ServingCertificate(chain, key);
  }

  static List<X509Certificate> chain(PemPair pair) {
    var chain = new ArrayList<X509Certificate>();
    try {
      var factory = CertificateFactory.getInstance("X.509");
      for (var block : blocks(pair.certificateName(), pair.certificate())) {
        if (block.type().equals("CERTIFICATE")) {
          chain.add(
              (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.der())));
        }
      }
    } catch (CertificateException unreadable) {
      throw refused(
          pair.certificateName() + " is not a readable certificate",
          "put an X.509 certificate in PEM there");
    }
    if (chain.isEmpty()) {
      throw refused(
          pair.certificateName() + " holds no certificate", "put a block BEGIN CERTIFICATE there");
    }
    return chain;
  }

  private static PrivateKey key(PemPair pair, X509Certificate leaf) {
    try {
      for (var block : blocks(pair.keyName(), pair.key())) {
        var key = PrivateKeys.read(block, leaf.getPublicKey());
        if (key.isPresent()) {
          return key.get();
        }
      }
    } catch (GeneralSecurityException otherKind) {
      throw refused(
          pair.keyName() + " is not a " + leaf.getPublicKey().getAlgorithm()
              + " key as the certificate in " + pair.certificateName() + " needs it",
          "use files of one pair");
    }
    throw refused(
        pair.keyName() + " holds no private key that can be used",
        "put an unencrypted PEM key there");
  }

  private static List<Pem> blocks(String name, String text) {
    try {
      return Pem.blocks(text);
    } catch (IllegalArgumentException broken) {
      // The decoder's own message would repeat a character of the file, which may be a key.
      throw refused(name + " is damaged or encrypted PEM", "put complete, unencrypted PEM there");
    }
  }

  private static void checkTime(PemPair pair, X509Certificate leaf, Instant now) {
    if (now.isAfter(leaf.getNotAfter().toInstant())) {
      throw refused(
          pair.certificateName() + " expired at " + leaf.getNotAfter().toInstant() + ", now is "
              + now,
          "renew the certificate");
    }
    if (now.isBefore(leaf.getNotBefore().toInstant())) {
      throw refused(
          pair.certificateName() + " is not valid before " + leaf.getNotBefore().toInstant()
              + ", now is " + now,
          "correct the clock or wait");
    }
  }

  /** A CA flag alone is common in hand-made self-signed certificates and does no harm: what counts is what the key may be used for. */
  private static void checkUse(PemPair pair, X509Certificate leaf) {
    var uses = leaf.getKeyUsage();
    if (uses != null && !uses[0]) {
      throw refused(
          pair.certificateName() + " may not sign handshakes (its key usage lacks digitalSignature)"
              + (leaf.getBasicConstraints() >= 0 ? ": it is the certificate of an authority" : ""),
          "use a server certificate");
    }
    if (!servesServers(leaf)) {
      throw refused(
          pair.certificateName() + " is not for servers (its extended key usage lacks serverAuth)",
          "use a server certificate");
    }
  }

  private static boolean servesServers(X509Certificate leaf) {
    try {
      var purposes = leaf.getExtendedKeyUsage();
      return purposes == null || purposes.contains(SERVER_AUTH) || purposes.contains(ANY_USE);
    } catch (CertificateParsingException unreadable) {
      return false;
    }
  }

  private static void checkNames(PemPair pair, X509Certificate leaf, List<String> wanted) {
    try {
      var names = SubjectNames.of(leaf);
      var missing =
          wanted.stream().filter(name -> !SubjectNames.cover(names, name)).toList();
      if (!missing.isEmpty()) {
        throw refused(
            pair.certificateName() + " is for "
                + (names.isEmpty() ? "no name" : String.join(", ", names)) + ", not for "
                + String.join(", ", missing),
            "issue it with these subject alternative names");
      }
    } catch (CertificateParsingException unreadable) {
      throw refused(
          pair.certificateName() + " has unreadable subject alternative names", "issue it again");
    }
  }

  private static Failure refused(String cause, String remedy) {
    return new Failure(Exit.NO_INPUT, cause, remedy);
  }
}
