package io.jaegertracing.operator.http.tls;

import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.jaegertracing.operator.http.tls.TestPairs.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DevelopmentCertificatesTest {
  @TempDir
  private Path folder;

  @Test
  void makesThreeFilesOfWhichTheKeyIsForItsOwnerAlone() throws Exception {
    at(NOW).ready();
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("ca.crt", "tls.crt", "tls.key");
    }
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("tls.key"))))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("ca.crt"))))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void makesFoldersOnTheWay() {
    var deep = folder.resolve("a/b");
    new DevelopmentCertificates(deep, "--cert-dir", fixed(NOW)).ready();
    assertThat(deep.resolve("tls.crt")).exists();
  }

  @Test
  void keepsWhatIsThereUntilItIsAboutToExpire() {
    var first = at(NOW).ready();
    assertThat(first.leaf().getNotBefore().toInstant().plus(Duration.ofDays(397)))
        .isAfter(first.notAfter());
    assertThat(at(NOW.plus(Duration.ofDays(330))).ready().serial()).isEqualTo(first.serial());
    var renewed = at(NOW.plus(Duration.ofDays(340))).ready();
    assertThat(renewed.serial()).isNotEqualTo(first.serial());
    assertThat(at(NOW.plus(Duration.ofDays(2000))).ready().serial()).isNotEqualTo(renewed.serial());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ca.crt", "tls.crt", "tls.key"})
  void namesTheFileThatIsMissing(String missing) throws Exception {
    at(NOW).ready();
    Files.delete(folder.resolve(missing));
    assertThatThrownBy(() -> at(NOW).ready())
        .hasMessageContaining("but not " + missing + "; add what is missing")
        .asInstanceOf(InstanceOfAssertFactories.type(Failure.class))
        .extracting(Failure::exit)
        .isEqualTo(Exit.NO_INPUT);
  }

  @Test
  void neverReplacesACertificateOfSomebodyElse() throws Exception {
    var theirs = CertificateAuthority.development(
        "Somebody", DevelopmentCertificates.NAMES, NOW, Duration.ofDays(1));
    SettledFiles.write(folder, theirs.files());
    assertThatThrownBy(() -> at(NOW.plus(Duration.ofDays(2))).ready())
        .hasMessageContaining("expired");
    assertThat(folder.resolve("tls.crt")).content().isEqualTo(theirs.certificate());
  }

  @Test
  void saysWhichFlagHelpsWhereNothingCanBeWritten() throws Exception {
    var file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() ->
            new DevelopmentCertificates(file.resolve("sub"), "--cert-dir", fixed(NOW)).ready())
        .hasMessageContaining("no certificate can be written to " + file.resolve("sub"))
        .hasMessageEndingWith("choose another with --cert-dir")
        .asInstanceOf(InstanceOfAssertFactories.type(Failure.class))
        .extracting(Failure::exit)
        .isEqualTo(Exit.NO_OUTPUT);
  }

  private DevelopmentCertificates at(Instant now) {
    return new DevelopmentCertificates(folder, "--cert-dir", fixed(now));
  }

  private static Clock fixed(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
