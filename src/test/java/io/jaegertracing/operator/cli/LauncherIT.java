package io.jaegertracing.operator.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.support.Launched;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LauncherIT {
  @TempDir
  private Path folder;

  @Test
  void findsItsFilesThroughLinks() throws Exception {
    var inner = Files.createSymbolicLink(folder.resolve("inner"), Launched.launcher());
    var outer = Files.createSymbolicLink(
        Files.createDirectory(folder.resolve("bin")).resolve("jo"), Path.of("../inner"));
    assertThat(inner).isSymbolicLink();
    try (var program = Launched.start(outer, folder, Map.of(), "version")) {
      assertThat(program.exit()).isEqualTo(Exit.OK.code());
      assertThat(new ObjectMapper()
              .readTree(program.output())
              .path("jaeger-operator")
              .asText())
          .matches("\\d+\\.\\d+\\.\\d+");
    }
  }

  @Test
  void aWrongJavaHomeIsNamed() {
    try (var program = Launched.start(folder, Map.of("JAVA_HOME", "/nowhere"), "version")) {
      assertThat(program.exit()).isEqualTo(Exit.UNAVAILABLE.code());
      assertThat(program.errors())
          .containsExactly(
              "jaeger-operator: JAVA_HOME=/nowhere has no bin/java; point it at a JDK or JRE of version 17 or later");
    }
  }

  @Test
  void aJavaThatIsTooOldIsNamed() throws Exception {
    var bin = Files.createDirectories(folder.resolve("old/bin"));
    Files.writeString(folder.resolve("old/release"), "JAVA_VERSION=\"11.0.2\"\n");
    assertThat(Files.writeString(bin.resolve("java"), "#!/bin/sh\n").toFile().setExecutable(true))
        .isTrue();
    try (var program =
        Launched.start(folder, Map.of("JAVA_HOME", folder.resolve("old").toString()), "version")) {
      assertThat(program.exit()).isEqualTo(Exit.UNAVAILABLE.code());
      assertThat(program.errors())
          .singleElement()
          .asString()
          .contains("is Java 11; Java 17 or later is needed");
    }
  }

  /** Standard output belongs to the manifests. */
  @Test
  void whatTheJavaMachineSaysStandsOnStandardError() throws Exception {
    var cr = Files.writeString(
        folder.resolve("cr.yaml"),
        "{apiVersion: jaegertracing.io/v1, kind: Jaeger, metadata: {name: a}, spec: {ui: {options: {a: "
            + "x".repeat(8_000_000) + "}}}}");
    try (var program =
        Launched.start(folder, Map.of("JAVA_OPTS", "-Xmx16m"), "generate", "--cr=" + cr)) {
      assertThat(program.exit()).isNotEqualTo(Exit.OK.code());
      assertThat(program.output()).isEmpty();
      assertThat(program.errors()).anyMatch(line -> line.contains("OutOfMemoryError"));
    }
  }

  /** Many shells drop variables that they cannot name themselves. */
  @Test
  void settingsOfTheEnvironmentKeepTheirDashes() {
    try (var program =
        Launched.start(folder, Map.of("JAEGER-VERSION", "1.70.0", "A-B", "a\nb"), "version")) {
      assertThat(program.exit()).isEqualTo(Exit.OK.code());
      assertThat(program.output()).contains("\"jaeger-version\":\"1.70.0\"");
    }
  }

  @Test
  void settingsOfTheEnvironmentAreNotReadByAShell() {
    var odd = "1.70 $(exit 1) `exit 1` '\"\\ *";
    try (var program = Launched.start(folder, Map.of("JAEGER-VERSION", odd), "version")) {
      assertThat(program.exit()).isEqualTo(Exit.OK.code());
      assertThat(program.errors())
          .singleElement()
          .asString()
          .startsWith("jaeger-operator: warning: JAEGER-VERSION=" + odd + " of the environment");
    }
  }

  @Test
  void everyMistakeIsToldAtOnceAndNothingIsStarted() {
    try (var program =
        Launched.start(folder, Map.of(), "start", "--webhok-bind-port=1", "--drain-delay=soon")) {
      assertThat(program.exit()).isEqualTo(Exit.USAGE.code());
      assertThat(program.errors())
          .containsExactly(
              "jaeger-operator: unknown flag --webhok-bind-port; did you mean --webhook-bind-port?",
              "jaeger-operator: --drain-delay=soon is not accepted: expected a duration such as 5s or 1m30s",
              "jaeger-operator: jaeger-operator start --help lists the flags");
    }
  }
}
