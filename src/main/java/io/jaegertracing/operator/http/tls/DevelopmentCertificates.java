package io.jaegertracing.operator.http.tls;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Certificates for a developer's machine: an authority and a server certificate in a folder, made when absent, renewed when old. */
public final class DevelopmentCertificates {
  /** What the server certificate is good for. */
  public static final List<String> NAMES = List.of("localhost", "127.0.0.1", "::1");

  static final String ISSUER = "Jaeger operator development CA";
  static final Duration LIFE = Duration.ofDays(365);
  private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
  private static final List<String> FILES = List.of("ca.crt", "tls.crt", "tls.key");

  private final Path folder;
  private final String flag;
  private final Clock clock;

  /** The flag is the one that chose the folder; remedies name it. */
  public DevelopmentCertificates(Path folder, String flag, Clock clock) {
    this.folder = folder;
    this.flag = flag;
    this.clock = clock;
  }

  /** Blocks: it reads and may write the folder. */
  public ServingCertificate ready() {
    var present =
        FILES.stream().filter(file -> Files.exists(folder.resolve(file))).toList();
    if (present.isEmpty()) {
      return made();
    }
    if (present.size() < FILES.size()) {
      var missing = FILES.stream().filter(file -> !present.contains(file)).toList();
      throw new Failure(
          Exit.NO_INPUT,
          folder + " holds " + String.join(" and ", present) + " but not "
              + String.join(" and ", missing),
          "add what is missing, or remove the others and all three are made");
    }
    var pair = PemPair.read(folder);
    return old(pair) ? made() : CertificateCheck.verified(pair, NAMES, clock.instant());
  }

  /** Only what was made here is ever replaced: a certificate of somebody else is theirs to renew. */
  private boolean old(PemPair pair) {
    return CertificateCheck.chain(pair).stream()
        .findFirst()
        .filter(leaf -> leaf.getIssuerX500Principal().getName().equals("CN=" + ISSUER))
        .filter(
            leaf -> clock.instant().isAfter(leaf.getNotAfter().toInstant().minus(RENEWED_BEFORE)))
        .isPresent();
  }

  private ServingCertificate made() {
    var made = CertificateAuthority.development(ISSUER, NAMES, clock.instant(), LIFE);
    try {
      Files.createDirectories(folder);
      SettledFiles.write(folder, made.files());
    } catch (IOException denied) {
      throw new Failure(
          Exit.NO_OUTPUT,
          "no certificate can be written to " + folder + " (" + denied + ")",
          "make the folder writable or choose another with " + flag);
    }
    return CertificateCheck.verified(PemPair.read(folder), NAMES, clock.instant());
  }
}
