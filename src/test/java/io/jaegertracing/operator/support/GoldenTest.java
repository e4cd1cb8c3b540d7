package io.jaegertracing.operator.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GoldenTest {
  @TempDir
  Path folder;

  @Test
  void anUpdateWritesWhatALaterComparisonAccepts() throws IOException {
    Files.writeString(folder.resolve("out-old.yaml"), "left over");
    golden().verify(Map.of("a.yaml", "a: 1\n", "b.txt", ""), true);
    golden().verify(Map.of("a.yaml", "a: 1\n", "b.txt", ""), false);
    assertThat(folder).isDirectoryNotContaining("glob:**old.yaml");
    assertThat(folder).isDirectoryNotContaining("glob:**b.txt");
  }

  @Test
  void aChangedAMissingAndALeftOverOutputFail() throws IOException {
    Files.writeString(folder.resolve("out-a.yaml"), "a: 1\n");
    assertThatThrownBy(() -> golden().verify(Map.of("a.yaml", "a: 2\n"), false))
        .hasMessageContaining("make generate");
    assertThatThrownBy(() -> golden().verify(Map.of("a.yaml", "a: 1\n", "b.yaml", "b\n"), false))
        .hasMessageContaining("make generate");
    assertThatThrownBy(() -> golden().verify(Map.of(), false))
        .hasMessageContaining("make generate");
  }

  @Test
  void aFileThatNoTestReadsFails() throws IOException {
    Files.writeString(folder.resolve("notes.md"), "?");
    assertThatThrownBy(() -> golden().verify(Map.of(), false)).hasMessageContaining("notes.md");
  }

  @Test
  void argumentsAndVariablesAreToldApartByTheDash() throws IOException {
    Files.writeString(folder.resolve("args"), "--a=b=c\nNAME=x=y\n");
    assertThat(golden().arguments()).containsExactly("--a=b=c");
    assertThat(golden().environment()).containsExactly(Map.entry("NAME", "x=y"));
  }

  private Golden golden() {
    return new Golden(folder);
  }
}
