package io.jaegertracing.operator.laws;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SourceSizeTest {
  private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "src");

  @Test
  void theProductStaysSmallInItsParts() throws IOException {
    assertThat(new SourceSize(400, 45, 15).complaints(ROOT.resolve("main/java")))
        .isEmpty();
  }

  @Test
  void theTestsStayReadable() throws IOException {
    assertThat(new SourceSize(400, 60, 25).complaints(ROOT.resolve("test/java")))
        .isEmpty();
  }

  @Test
  void everyLimitIsNoticed() throws IOException {
    assertThat(new SourceSize(1, 1, 1)
            .complaints(ROOT.resolve("test/java/io/jaegertracing/operator/laws")))
        .anyMatch(complaint -> complaint.contains("Law.java has"))
        .anyMatch(complaint -> complaint.contains("everyLimitIsNoticed has"))
        .anyMatch(complaint -> complaint.endsWith("files"));
  }
}
