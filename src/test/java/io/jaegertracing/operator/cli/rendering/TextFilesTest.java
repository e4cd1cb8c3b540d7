package io.jaegertracing.operator.cli.rendering;

import io.jaegertracing.operator.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
  void anExistingFileKeepsItsMode() throws IOException {
    for (var mode : new String[] {"rw-r-----", "rw-rw-rw-", "rwxr-xr-x"}) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
      assertThat(written(target)).isEqualTo(mode);
    }
  }

  @Test
  void aNewFileHasTheModeThatTheUmaskLeaves() throws IOException {
    var usual = Files.createFile(folder.resolve("usual"));
    assertThat(written(folder.resolve("new.yaml")))
        .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(usual)));
  }

  @Test
  void whatALinkPointsAtIsWrittenAndTheLinkStays() throws IOException {
    var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    var real = Files.writeString(elsewhere.resolve("real.yaml"), "old");
    var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("elsewhere/real.yaml"));
    written(link);
    assertThat(link).isSymbolicLink();
    assertThat(real).content().contains("kind: Deployment");
    assertThat(elsewhere.toFile().list()).containsExactly("real.yaml");
  }

  @Test
  void aLinkThatPointsAtNothingYetGetsItsFile() throws IOException {
    var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("later.yaml"));
    written(link);
    assertThat(link).isSymbolicLink();
    assertThat(folder.resolve("later.yaml")).content().contains("kind: Deployment");
  }

  /** Its mode afterwards. */
  private String written(Path output) throws IOException {
    var terminal = GenerateCase.generate(Map.of(), "--cr=" + cr, "--output=" + output);
    assertThat(terminal.exit()).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(output).content().contains("kind: Deployment");
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(output));
  }

  @Test
  void aMissingFolderIsNamed() {
    var lost = folder.resolve("none/out.yaml");
    var terminal = GenerateCase.generate(Map.of(), "--cr=" + cr, "--output=" + lost);
    assertThat(terminal.exit()).isEqualTo(Exit.NO_OUTPUT);
    assertThat(terminal.err().lines())
        .singleElement()
        .asString()
        .contains(lost
            + " cannot be written: its folder does not exist; make it, or choose another place");
  }

  @Test
  void bytesThatAreNoTextAreNamedByTheirLine() throws IOException {
    Files.write(cr, "kind: Jaeger\nmetadata:\n  name: \u00e9\n".getBytes(ISO_8859_1));
    var terminal = GenerateCase.generate(Map.of(), "--cr=" + cr);
    assertThat(terminal.exit()).isEqualTo(Exit.NO_INPUT);
    assertThat(terminal.err())
        .contains(cr + " cannot be read: line 3 holds bytes that are not UTF-8; ");
  }

  @Test
  void aMissingInputIsNamed() {
    var terminal = GenerateCase.generate(Map.of(), "--cr=" + folder.resolve("none"));
    assertThat(terminal.exit()).isEqualTo(Exit.NO_INPUT);
    assertThat(terminal.err()).contains("none does not exist");
  }
}
