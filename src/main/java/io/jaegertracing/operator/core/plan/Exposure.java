package io.jaegertracing.operator.core.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the user interface is reached from outside: Ingress or Route, with or without a login in front. */
public record Exposure(
    Common own,
    boolean enabled,
    Optional<Login> login,
    List<String> hosts,
    String pathType,
    List<Tls> tls,
    Optional<String> className) {

  /** The OAuth proxy of OpenShift. */
  public record Login(
      Optional<String> sar,
      Optional<String> delegateUrls,
      Optional<String> htpasswdFile,
      Optional<Duration> timeout,
      Flags flags) {}

  public record Tls(List<String> hosts, Optional<String> secret) {}
}
