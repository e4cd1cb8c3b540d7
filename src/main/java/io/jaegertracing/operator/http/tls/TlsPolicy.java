package io.jaegertracing.operator.http.tls;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import io.vertx.core.net.ServerSSLOptions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which TLS versions and cipher suites are spoken, given in the names that Go programs use. */
public record TlsPolicy(Set<String> protocols, Set<String> suites) {
  public static final String VERSION_NAMES = "VersionTLS12, VersionTLS13";

  /** Always on with TLS 1.3, as in Go, where nobody can choose among them. */
  private static final List<String> TLS_13_SUITES =
      List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");

  private static final List<String> DEFAULT_SUITES = List.of(
      "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
      "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
      "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
      "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
      "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
      "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  private static final List<String> ON_REQUEST_SUITES = List.of(
      "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
      "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
      "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
      "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
      "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
      "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA");

  private static final Map<String, String> OLDER_NAMES = Map.of(
      "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
      "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  /** No suites means the usual ones. */
  public static TlsPolicy of(String minVersion, List<String> suites) {
    return new TlsPolicy(protocols(minVersion), chosen(suites));
  }

  /** TLS 1.0 and 1.1 were accepted as a minimum; the JDK no longer speaks them, and a minimum may be exceeded. */
  private static Set<String> protocols(String minVersion) {
    return switch (minVersion) {
      case "", "VersionTLS10", "VersionTLS11", "VersionTLS12" -> Set.of("TLSv1.2", "TLSv1.3");
      case "VersionTLS13" -> Set.of("TLSv1.3");
      default ->
        throw new Failure(
            Exit.USAGE,
            "--tls-min-version=" + minVersion + " is not known",
            "use one of " + VERSION_NAMES);
    };
  }

  private static Set<String> chosen(List<String> suites) {
    var known = Stream.of(TLS_13_SUITES, DEFAULT_SUITES, ON_REQUEST_SUITES)
        .flatMap(List::stream)
        .toList();
    var wanted =
        suites.stream().map(name -> OLDER_NAMES.getOrDefault(name, name)).toList();
    wanted.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
      throw new Failure(
          Exit.USAGE,
          "--tls-cipher-suites names " + name + ", which is unknown or no longer safe",
          "use some of " + String.join(", ", known));
    });
    var chosen = new LinkedHashSet<>(TLS_13_SUITES);
    chosen.addAll(wanted.isEmpty() ? DEFAULT_SUITES : wanted);
    return chosen;
  }

  /** HTTP/1.1 alone: API servers do not speak anything else to a webhook. */
  public ServerSSLOptions options(Certificates certificates) {
    var options = new ServerSSLOptions()
        .setKeyCertOptions(certificates.keyCertOptions())
        .setEnabledSecureTransportProtocols(protocols)
        .setUseAlpn(true)
        .setApplicationLayerProtocols(List.of("http/1.1"));
    suites.forEach(options::addEnabledCipherSuite);
    return options;
  }
}
