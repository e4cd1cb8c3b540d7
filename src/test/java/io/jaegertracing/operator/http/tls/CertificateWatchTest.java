package io.jaegertracing.operator.http.tls;

import io.jaegertracing.operator.Failure;
import io.jaegertracing.operator.http.LeanVertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.jaegertracing.operator.http.tls.TestPairs.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class CertificateWatchTest implements CertificateWatch.Listener {
  private final Certificates certificates = new Certificates(TestPairs.good(NOW));
  private final ServingCertificate first = certificates.current();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final CountDownLatch replaced = new CountDownLatch(1);

  @TempDir
  private Path folder;

  @Test
  void servesWhatIsWrittenAndTellsOnce() throws Exception {
    var watch = watch();
    write(TestPairs.development(NOW).files());
    watch.look();
    watch.look();
    assertThat(certificates.current()).isNotEqualTo(first);
    assertThat(told).containsExactly("replaced");
  }

  @Test
  void garbageKeepsTheLastGoodAndIsToldOnceWhenItStays() throws Exception {
    var watch = watch();
    write(TestPairs.development(NOW).files());
    watch.look();
    var good = certificates.current();
    told.clear();
    Files.writeString(folder.resolve("tls.key"), "garbage");
    watch.look();
    assertThat(told).as("whoever writes two files is half way for a moment").isEmpty();
    watch.look();
    watch.look();
    assertThat(told).hasSize(1).allMatch(line -> line.contains("tls.key holds no private key"));
    assertThat(certificates.current()).isEqualTo(good);
  }

  @Test
  void aMismatchedPairIsNeverServed() throws Exception {
    var watch = watch();
    write(Map.of(
        "tls.crt",
        TestPairs.development(NOW).certificate(),
        "tls.key",
        TestPairs.development(NOW).key()));
    watch.look();
    watch.look();
    assertThat(certificates.current()).isEqualTo(first);
    assertThat(told).hasSize(1).allMatch(line -> line.contains("does not belong"));
  }

  @Test
  void aMissingFolderIsToldAndRecoveredFrom() throws Exception {
    var watch = watch();
    watch.look();
    watch.look();
    assertThat(told).hasSize(1).allMatch(line -> line.contains("tls.crt does not exist"));
    write(TestPairs.development(NOW).files());
    watch.look();
    assertThat(told).last().isEqualTo("replaced");
  }

  @Test
  void seesASecretThatIsSwappedByItsLink() throws Exception {
    var mount = Files.createDirectory(folder.resolve("mount"));
    var watch = new CertificateWatch(
        mount, List.of(), certificates, Clock.fixed(NOW, ZoneOffset.UTC), this);
    for (var version : List.of("..v1", "..v2")) {
      SettledFiles.write(
          Files.createDirectory(mount.resolve(version)),
          TestPairs.development(NOW).files());
      var link = mount.resolve("..data_tmp");
      Files.createSymbolicLink(link, Path.of(version));
      Files.move(link, mount.resolve("..data"), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
      for (var file : List.of("tls.crt", "tls.key")) {
        if (!Files.exists(mount.resolve(file))) {
          Files.createSymbolicLink(mount.resolve(file), Path.of("..data", file));
        }
      }
      watch.look();
    }
    assertThat(told).containsExactly("replaced", "replaced");
  }

  @Test
  void looksAgainAndAgainByItself() throws Exception {
    var vertx = LeanVertx.start(1);
    try {
      var stop = watch().every(Duration.ofMillis(20), vertx);
      write(TestPairs.development(NOW).files());
      assertThat(replaced.await(30, TimeUnit.SECONDS)).isTrue();
      stop.run();
    } finally {
      vertx.close().await(30, TimeUnit.SECONDS);
    }
  }

  @Override
  public void replaced(ServingCertificate certificate) {
    told.add("replaced");
    replaced.countDown();
  }

  @Override
  public void refused(Failure reason) {
    told.add(String.valueOf(reason.getMessage()));
  }

  private CertificateWatch watch() {
    return new CertificateWatch(
        folder, List.of("localhost"), certificates, Clock.fixed(NOW, ZoneOffset.UTC), this);
  }

  private void write(Map<String, String> files) throws Exception {
    SettledFiles.write(folder, files);
  }
}
