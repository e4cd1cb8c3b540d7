package io.jaegertracing.operator.http.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Answers the JDK's questions during a handshake from the certificates as they are at that moment. */
final class CurrentKey extends X509ExtendedKeyManager {
  private final Certificates certificates;

  CurrentKey(Certificates certificates) {
    this.certificates = certificates;
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
    return alias(keyType);
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, Socket socket) {
    return alias(keyType);
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    var alias = alias(keyType);
    return alias == null ? null : new String[] {alias};
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return named(alias).map(ServingCertificate::key).orElse(null);
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return named(alias)
        .map(found -> found.chain().toArray(X509Certificate[]::new))
        .orElse(null);
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyType, Principal @Nullable [] issuers, Socket socket) {
    return null;
  }

  /** The type is that of the key alone or, for older suites, with that of the signature after an underscore. */
  private @Nullable String alias(String keyType) {
    var current = certificates.current();
    var algorithm = current.leaf().getPublicKey().getAlgorithm();
    return keyType.equals(algorithm) || keyType.startsWith(algorithm + "_") ? name(current) : null;
  }

  private Optional<ServingCertificate> named(String alias) {
    return certificates.newestFirst().stream()
        .filter(known -> name(known).equals(alias))
        .findFirst();
  }

  /** Serial numbers alone would not do: two authorities may have given the same. */
  private static String name(ServingCertificate certificate) {
    return certificate.serial() + "-"
        + Integer.toHexString(Arrays.hashCode(certificate.leaf().getSignature()));
  }
}
