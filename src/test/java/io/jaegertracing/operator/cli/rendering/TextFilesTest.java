package io.jaegertracing.operator.cli.rendering;

import io.jaegertracing.operator.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TextFilesTest {
  @TempDir
  Path folder;

  private Path cr;
  private Path target;

  @BeforeEach
  void prepare() throws IOException {
    cr = Files.writeString(folder.resolve("jaeger.yaml"), "{kind: Jaeger, metadata: {name: a}}");
    target = Files.writeString(folder.resolve("out.yaml"), "old");
  }

  @Test
  void theFileIsReplacedAndNothingElseIsLeft() {
    var terminal = GenerateCase.generate(Map.of(), "--cr=" + cr, "--output=" + target);
    assertThat(terminal.exit()).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(terminal.out()).isEmpty();
    assertThat(target).content().startsWith("---\n").contains("kind: Deployment");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("jaeger.yaml", "out.yaml");
  }

  @Test
  void aRefusedJaegerLeavesTheFileAsItWas() throws IOException {
    Files.writeString(cr, "{kind: Jaeger, metadata: {name: a}, spec: {strategy: none}}");
    var terminal = GenerateCase.generate(Map.of(), "--cr=" + cr, "--output=" + target);
    assertThat(terminal.exit()).isEqualTo(Exit.REFUSED);
    assertThat(target).hasContent("old");
  }

  @Test
  void aMissingFolderIsNamed() {
    var lost = folder.resolve("none/out.yaml");
    var terminal = GenerateCase.generate(Map.of(), "--cr=" + cr, "--output=" + lost);
    assertThat(terminal.exit()).isEqualTo(Exit.NO_OUTPUT);
    assertThat(terminal.err().lines())
        .singleElement()
        .asString()
        .contains(lost + " cannot be written");
  }

  @Test
  void aMissingInputIsNamed() {
    var terminal = GenerateCase.generate(Map.of(), "--cr=" + folder.resolve("none"));
    assertThat(terminal.exit()).isEqualTo(Exit.NO_INPUT);
    assertThat(terminal.err()).contains("none does not exist");
  }
}
