package io.jaegertracing.operator.support;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GeneratedTest {
  @TempDir
  Path folder;

  @Test
  void anUpdateWritesWhatALaterComparisonAccepts() {
    var generated = new Generated(folder.resolve("new/file.yaml"));
    generated.verify("a: 1\n", true);
    generated.verify("a: 1\n", false);
    assertThat(generated.file()).hasContent("a: 1\n");
  }

  @Test
  void aStaleFileFailsAndSaysWhatToRun() {
    var generated = new Generated(folder.resolve("file.yaml"));
    generated.verify("a: 1\n", true);
    assertThatThrownBy(() -> generated.verify("a: 2\n", false))
        .hasMessageContaining("file.yaml is out of date: run make generate");
    assertThat(generated.file()).hasContent("a: 1\n");
  }

  @Test
  void aMissingFileIsOutOfDate() {
    assertThatThrownBy(() -> new Generated(folder.resolve("none")).verify("a: 1\n", false))
        .hasMessageContaining("out of date");
  }
}
