package io.jaegertracing.operator.http.tls;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LazyLoadingTest {
  @TempDir
  private Path folder;

  @TempDir
  private Path empty;

  @Test
  void bouncyCastleIsNeededOnlyToMakeACertificate() throws Exception {
    var made = new DevelopmentCertificates(folder, "--cert-dir", Clock.systemUTC()).ready();
    try (var without =
        new URLClassLoader(classPathWithoutBouncyCastle(), ClassLoader.getPlatformClassLoader())) {
      assertThat(ready(without, folder)).hasToString(made.toString());
      assertThatThrownBy(() -> ready(without, empty))
          .isInstanceOf(InvocationTargetException.class)
          .hasRootCauseInstanceOf(ClassNotFoundException.class);
    }
  }

  private static Object ready(ClassLoader loader, Path folder) throws Exception {
    var type = loader.loadClass(DevelopmentCertificates.class.getName());
    var certificates = type.getConstructor(Path.class, String.class, Clock.class)
        .newInstance(folder, "--cert-dir", Clock.systemUTC());
    return type.getMethod("ready").invoke(certificates);
  }

  private static URL[] classPathWithoutBouncyCastle() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !new File(entry).getName().startsWith("bc"))
        .map(LazyLoadingTest::url)
        .toArray(URL[]::new);
  }

  private static URL url(String entry) {
    try {
      return new File(entry).toURI().toURL();
    } catch (java.net.MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
